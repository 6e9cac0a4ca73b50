// Looks at the beginning of a stream and gives back all of it.
import { Readable } from 'node:stream'

export interface Peeked {
  /** At most `length` bytes; fewer only where there are no more. */
  readonly beginning: Buffer
  readonly whole: Readable
}

export async function peek(bytes: Readable, length: number): Promise<Peeked> {
  const pieces: AsyncIterator<Buffer, undefined> = bytes[Symbol.asyncIterator]()
  let beginning = Buffer.alloc(0)
  while (beginning.length < length) {
    const { done, value } = await pieces.next()
    if (done === true) break
    beginning = Buffer.concat([beginning, value])
  }
  const whole = async function* () {
    try {
      yield beginning
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
    } finally {
      bytes.destroy()
    }
  }
  return { beginning: beginning.subarray(0, length), whole: Readable.from(whole(), { objectMode: false }) }
}
