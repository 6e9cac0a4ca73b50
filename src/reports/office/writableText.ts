// A text as an office file can hold it. XML has no control characters and no halves of a surrogate pair; a file with one in it does not open.

// eslint's no-control-regex: the ranges are built from numbers, as they stand for themselves nowhere in a text.
const unwritable = new RegExp(`[${range(0, 8)}${range(0x0b, 0x0c)}${range(0x0e, 0x1f)}${range(0xfffe, 0xffff)}]`, 'g')
const halfOfAPair = /\p{Surrogate}/gu
const lineEnds = /\r\n?/g

/** Line breaks become `\n`, half characters the sign for an unreadable one; controls go. Nothing else changes. */
export function writableText(text: string): string {
  return text.replace(lineEnds, '\n').replace(unwritable, '').replace(halfOfAPair, '\uFFFD')
}

function range(first: number, last: number): string {
  return [first, last].map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-')
}
