// A cell's text in one line, as lists show it.

/** Control characters (but tabs and line breaks), marks of direction, halves of characters: nothing that anybody sees or types. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/gu

export function hasInvisible(text: string): boolean {
  return text.search(invisible) !== -1
}

/** Without what is invisible; line breaks and runs of spaces become one space. */
export function tidyText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}
