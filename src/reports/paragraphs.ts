// Paragraphs and cells of a report document, in the few forms that reports use.
import type { Cell, Paragraph } from './ReportDocument.ts'

const plain = { isBullet: false, isBold: false, indent: 0 } as const

/** A text that begins at the edge. */
export function plainParagraph(text: string): Paragraph {
  return { ...plain, text }
}

export function boldParagraph(text: string): Paragraph {
  return { ...plain, text, isBold: true }
}

/** Running text, which Japanese print indents by one character. */
export function proseParagraph(text: string): Paragraph {
  return { ...plain, text, indent: 1 }
}

export function bulletParagraph(text: string): Paragraph {
  return { ...plain, text, isBullet: true }
}

/** An empty text gives an empty cell. */
export function textCell(text: string): Cell {
  return { paragraphs: text === '' ? [] : [plainParagraph(text)] }
}

/** A short text of a narrow column, cut where it may break. */
export function shortCell(lines: readonly string[]): Cell {
  return { paragraphs: lines.map(plainParagraph), align: 'center', isOneText: true }
}
