// Keeps a text from being reckoned as a formula when a spreadsheet opens the CSV file.
// An apostrophe goes before it: what people type themselves to keep a text a text, and easily taken off again. Nothing else does
// in a file that stays plain CSV: quotation marks do not stop Excel, and ="…" is a formula itself.
import { beginsFormula } from '../beginsFormula.ts'

export function guardFormula(text: string): string {
  return beginsFormula(text) ? `'${text}` : text
}
