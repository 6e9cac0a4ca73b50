// How much room a text takes in a cell, in half-width characters and lines. An estimate: the fonts are known by name only.

/** Letters of Latin and its neighbours, and half-width katakana. All else is as wide as a Chinese character. */
const narrow = /[ -\u10FF\u2010-\u2027\uFF61-\uFFDC]/u

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += narrow.test(character) ? 1 : 2
  return width
}

/** A line never ends exactly at the edge: words stay together, and no line begins with a full stop. */
const lostAtTheEdge = 3

/** Half-width characters that a line of a cell holds. */
export function roomOf(width: number): number {
  return Math.max(2, width - lostAtTheEdge)
}

export function linesOf(text: string, width: number): number {
  const room = roomOf(width)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
}
