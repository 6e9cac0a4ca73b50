// Whether a spreadsheet could take a text for a formula: when it opens a CSV file, or when somebody edits a cell.

/** Signs that begin a formula or a call; a Japanese Excel takes the wide ones for them, and some readers skip spaces before them. */
const signs = /^\s*[=+\-@＝＋－＠]/u
/** Harmless and common: a number with its sign, and a dash that says "none". */
const number = /^\s*[+\-＋－]?[\d.,０-９]*%?$/u

export function beginsFormula(text: string): boolean {
  return signs.test(text) && !number.test(text)
}
