// A header's word as it is compared: width, case, spaces, line breaks and signs around it mean nothing.

export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:：※*・_]/g, '')
}

/** 「管理番号(シールに記載)」 is headed 管理番号. */
export function withoutBrackets(header: string): string {
  return header.replace(/[([【〔].*$/, '')
}
