// Gzip for what is kept long and read seldom. Bytes tell by themselves whether they are packed: no text of ours begins like gzip.

/** Below this the packing costs more than it saves. */
const worthwhileBytes = 4 * 1024
/** RFC 1952, 2.3.1. */
const gzipMark = [0x1f, 0x8b] as const

export async function packBytes(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length < worthwhileBytes || !('CompressionStream' in globalThis)) return bytes
  return through(bytes, new CompressionStream('gzip'))
}

/** Rejects with a `TypeError` where packed bytes are damaged. */
export async function unpackBytes(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== gzipMark[0] || bytes[1] !== gzipMark[1]) return bytes
  return through(bytes, new DecompressionStream('gzip'))
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const out = new Response(stream.readable).arrayBuffer()
  const writer = stream.writable.getWriter()
  // Both ends tell of damage; the readable one is listened to.
  writer.write(new Uint8Array(bytes)).catch(() => undefined)
  writer.close().catch(() => undefined)
  return new Uint8Array(await out)
}
