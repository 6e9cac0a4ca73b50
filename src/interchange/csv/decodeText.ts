// Bytes of a text file to text. The encoding is guessed where nobody has chosen one: registers come as UTF-8 or as CP932.
import type { TextEncoding } from '../Table.ts'

const byteOrderMarks: readonly { readonly encoding: TextEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** A mark at the beginning decides; else UTF-8 if every byte is valid UTF-8, which CP932 text next to never is; else CP932. */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  const encoding = chosen ?? guessEncoding(bytes)
  // The mark itself is dropped by the decoder.
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function guessEncoding(bytes: Uint8Array): TextEncoding {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  if (marked !== undefined) return marked.encoding
  return isUtf8(bytes) ? 'utf-8' : 'shift_jis'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
