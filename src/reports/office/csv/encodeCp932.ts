// Text to CP932. A character that it lacks is written as 〓, the printers' sign for a missing type, and told: nothing is lost unseen.
import { must } from '../../../domain/must.ts'
import { cp932Codes } from './cp932Codes.ts'

/**
 * Characters that look the same and have another code in CP932. Which of the two a keyboard types differs from system to system
 * (a tablet writes 〜 where Windows writes ～), so the one that CP932 has is written and nobody is bothered with it.
 */
const twins: ReadonlyMap<string, string> = new Map([
  ['\u301C', '\uFF5E'], // wave dash
  ['\u2212', '\uFF0D'], // minus
  ['\u2016', '\u2225'], // double line
  ['\u2014', '\u2015'], // dash
  ['\u00A2', '\uFFE0'], // cent
  ['\u00A3', '\uFFE1'], // pound
  ['\u00AC', '\uFFE2'], // not
  ['\u00A6', '\uFFE4'], // broken bar
  ['\u00A5', '\uFFE5'], // yen
  ['\u203E', '\uFFE3'], // overline
  ['\u00B7', '\u30FB'], // middle dot
  ['\u2022', '\u30FB'], // bullet
  ['\u2013', '-'], // en dash
  ['\u00A0', ' '], // space that does not break
])
const missing = '〓'

/** A kana and its sound mark as two signs, as some systems keep file names. CP932 has the two as one. */
const taken = /[\u3041-\u30FE][\u3099\u309A]/g
/** A character, with the sign that asks for one of its forms (葛󠄀), which CP932 has not. */
const characters = /.[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?/gsu

export interface EncodedText {
  readonly bytes: readonly number[]
  /** In their order, each as it stood in the text. */
  readonly replaced: readonly string[]
}

export function encodeCp932(text: string): EncodedText {
  const codes = cp932Codes()
  const codeOf = (character: string) => codes.get(character) ?? codes.get(twins.get(character) ?? '')
  const bytes: number[] = []
  const replaced: string[] = []
  for (const [whole] of text.replace(taken, (pair) => pair.normalize('NFC')).matchAll(characters)) {
    const character = String.fromCodePoint(must(whole.codePointAt(0), 'a character'))
    const code = codeOf(character)
    bytes.push(...(code ?? must(codes.get(missing), 'the sign for a missing character')))
    if (code === undefined || whole !== character) replaced.push(whole)
  }
  return { bytes, replaced }
}
