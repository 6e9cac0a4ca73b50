// 0–9 as ０–９; everything else stays.

/** The full-width forms lie this far above ASCII in Unicode. */
const FULL_WIDTH_OFFSET = 0xfee0

export function toFullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_OFFSET))
}

export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH_OFFSET))
}
