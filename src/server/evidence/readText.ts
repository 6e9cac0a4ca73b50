// Tells text from everything else by reading all of it: no control characters, and a whole text in one of the encodings that Japanese
// offices and machines write. Says whether it begins as markup, which a browser might run.
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'

/** EUC-JP and CP932 for old systems; UTF-16 counts only with its byte order mark. */
const encodings = ['utf-8', 'shift_jis', 'euc-jp'] as const
/** Tab, line ends, form feed, the end mark of DOS and ESC of terminals. No other control character stands in a text. */
const usualControls = [0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]
const firstPrintable = 0x20
const deleteCode = 0x7f
/** Browsers that guess look no further than this. */
const headLength = 512

export async function readText(path: string): Promise<'text' | 'markup' | undefined> {
  let candidates: Candidate[] | undefined
  for await (const piece of createReadStream(path)) {
    const bytes = piece as Buffer
    candidates ??= candidatesFor(bytes)
    candidates = candidates.filter((candidate) => candidate.take(bytes))
    if (candidates.length === 0) return undefined
  }
  const whole = (candidates ?? []).filter((candidate) => candidate.take(undefined))
  if (candidates !== undefined && whole.length === 0) return undefined
  return whole.some(({ head }) => looksLikeMarkup(head)) ? 'markup' : 'text'
}

class Candidate {
  head = ''
  readonly #decoder: TextDecoder

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true })
  }

  /** False where this encoding is not the one. Without bytes: the text has ended. */
  take(bytes: Uint8Array | undefined): boolean {
    try {
      const text = this.#decoder.decode(bytes, { stream: bytes !== undefined })
      if (this.head.length < headLength) this.head = (this.head + text).slice(0, headLength)
      return !hasControls(text)
    } catch {
      return false
    }
  }
}

function candidatesFor(beginning: Buffer): Candidate[] {
  const [first, second] = beginning
  if (first === 0xff && second === 0xfe) return [new Candidate('utf-16le')]
  if (first === 0xfe && second === 0xff) return [new Candidate('utf-16be')]
  return encodings.map((encoding) => new Candidate(encoding))
}

function hasControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === deleteCode || (code < firstPrintable && !usualControls.includes(code))) return true
  }
  return false
}

/** Any tag at the beginning, or a page or drawing that begins behind other words. A log's `<13>` is none. */
function looksLikeMarkup(head: string): boolean {
  return /^\s*<[!?/a-z]/i.test(head) || /<(!doctype\s+html|html|svg)[\s/>]/i.test(head)
}
