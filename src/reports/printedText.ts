// How a person's text goes to print: cut into its lines, and in Japanese with the digit rule, which holds throughout the
// report (domain 4.8). Nothing else is changed: no word, no sign, no width of a letter.
import type { Language } from '../domain/template/Localised.ts'
import { applyDigitRule } from '../domain/text/applyDigitRule.ts'

export function printedText(text: string, language: Language): string {
  const trimmed = text.trim()
  return language === 'ja' ? applyDigitRule(trimmed) : trimmed
}

/** Paragraphs: the lines that are not blank. Spaces around them are layout, which the report brings itself. */
export function printedLines(text: string, language: Language): readonly string[] {
  return text
    .split('\n')
    .map((line) => printedText(line, language))
    .filter((line) => line !== '')
}

/** Bullets, one a line. A mark typed by hand goes, as the report sets its own. */
export function printedBullets(text: string, language: Language): readonly string[] {
  return printedLines(text, language)
    .map((line) => line.replace(/^[・･•]\s*/, ''))
    .filter((line) => line !== '')
}
