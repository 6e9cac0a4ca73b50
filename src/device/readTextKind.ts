// Tells text from everything else by reading all of it, in the encodings that Japanese offices and machines write, and whether it
// begins as markup, which a browser might run.

const encodings = ['utf-8', 'shift_jis', 'euc-jp'] as const
/** Tab, line ends, form feed, the end mark of DOS and ESC of terminals. No other control character stands in a text. */
const controls = new RegExp(`[\\u0000-\\u0008\\u000b\\u000e-\\u0019\\u001c-\\u001f\\u007f]`)
/** What is decoded at a time. */
const pieceBytes = 1024 * 1024
/** Browsers that guess look no further than this. */
const headLength = 512

export type TextKind = 'text' | 'markup'

/** The encoding where it is one text throughout, with how it begins. */
export async function readTextKind(
  file: Blob,
): Promise<{ readonly kind: TextKind; readonly encoding: string } | undefined> {
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  for (const encoding of candidatesFor(first)) {
    const head = await readAs(file, encoding)
    if (head !== undefined) return { kind: looksLikeMarkup(head) ? 'markup' : 'text', encoding }
  }
  return undefined
}

/** UTF-16 counts only with its byte order mark. */
function candidatesFor([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return encodings
}

/** The beginning, where all of it is text in this encoding. */
async function readAs(file: Blob, encoding: string): Promise<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let head = ''
  for (let from = 0; from < file.size; from += pieceBytes) {
    const bytes = await file.slice(from, from + pieceBytes).arrayBuffer()
    const text = decode(decoder, bytes, from + pieceBytes < file.size)
    if (text === undefined || controls.test(text)) return undefined
    if (head.length < headLength) head = (head + text).slice(0, headLength)
  }
  return head
}

function decode(decoder: TextDecoder, bytes: ArrayBuffer, stream: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Any tag at the beginning, or a page or drawing that begins behind other words. A log's `<13>` is none. */
function looksLikeMarkup(head: string): boolean {
  return /^\s*<[!?/a-z]/i.test(head) || /<(!doctype\s+html|html|svg)[\s/>]/i.test(head)
}
