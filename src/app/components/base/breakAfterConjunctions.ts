// Where a long official title may break even if nothing else tells: after the words that join its parts.

/** Shorter titles fit a line anyway, and breaking them would only leave a ragged second line. */
const LONG_TITLE = 20
const CONJUNCTION_END = /(?<=及び|並びに|又は|若しくは)/u

/** Breaks `parts` further if they are a long title together; the parts joined stay the same text. */
export function breakAfterConjunctions(parts: readonly string[]): readonly string[] {
  if (parts.join('').length < LONG_TITLE) return parts
  return parts.flatMap((part) => part.split(CONJUNCTION_END)).filter((part) => part !== '')
}
