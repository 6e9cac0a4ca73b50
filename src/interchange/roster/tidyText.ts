// A cell's text in one line, as lists show it.

/** Control characters (but tabs and line breaks), marks of direction, halves of characters: nothing that anybody sees or types. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/gu

export function hasInvisible(text: string): boolean {
  return !isPlain(text) && text.search(invisible) !== -1
}

/** Without what is invisible; line breaks and runs of spaces become one space. */
export function tidyText(text: string): string {
  if (isPlain(text)) return text
  return text
    .replace(invisible, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

const space = 0x20

/** Most cells: letters, figures, kana and kanji with single spaces between them. Ten times as fast as finding out what they are not. */
function isPlain(text: string): boolean {
  let before = space
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isSign = (code > space && code < 0x7f) || (code > 0x3000 && code < 0xd800) || (code > 0xff00 && code < 0xffe7)
    if (!isSign && (code !== space || before === space)) return false
    before = code
  }
  return text === '' || before !== space
}
