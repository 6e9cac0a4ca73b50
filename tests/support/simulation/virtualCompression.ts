// The browser's compression streams for simulated tablets: done at once, where Node's own would use threads that know no seed.
import { gunzipSync, gzipSync } from 'node:zlib'

type Work = (bytes: Uint8Array) => Uint8Array

function streamOf(work: Work): TransformStream<Uint8Array, Uint8Array> {
  const chunks: Uint8Array[] = []
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk) => void chunks.push(chunk),
    flush: (controller) => controller.enqueue(work(Buffer.concat(chunks))),
  })
}

function decompress(bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(bytes))
  } catch (error) {
    // As browsers do.
    throw new TypeError('damaged', { cause: error })
  }
}

export class VirtualCompressionStream {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>

  constructor() {
    ;({ readable: this.readable, writable: this.writable } = streamOf(
      (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 })),
    ))
  }
}

export class VirtualDecompressionStream {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>

  constructor() {
    ;({ readable: this.readable, writable: this.writable } = streamOf(decompress))
  }
}
