// A number on a label as it is compared: full-width and half-width, case, spaces and hyphens do not tell two things apart. Never shown.

/** Empty for a text that holds nothing else. 'ー' is among the hyphens: Japanese keyboards give it where a hyphen is meant. */
export function normaliseNumber(text: string): string {
  // Nearly every number, and a register holds thousands.
  if (/^[0-9A-Za-z-]*$/.test(text)) return text.replaceAll('-', '').toUpperCase()
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212ー]/gu, '')
}
