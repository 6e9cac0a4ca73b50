// Paragraphs of a report as paragraphs of Word, each in its style.
import { Paragraph as WordParagraph } from 'docx'
import type { Cell, Paragraph } from '../../ReportDocument.ts'
import { styleIds, type StyleId } from './styleIds.ts'
import { wordText } from './wordText.ts'

/** Outside of tables. */
export function pageParagraph(paragraph: Paragraph): WordParagraph {
  const { text, isBold, isBullet, indent } = paragraph
  const style = isBullet ? styleIds.bullet : indent === 1 ? styleIds.prose : styleIds.text
  return new WordParagraph({ style, children: wordText(text, isBold ? { bold: true } : {}) })
}

/** （１）… or (1) … begins an entry; any other bold line heads a part of it. */
const itemNumber = /^[（(][０-９\d]+[）)]/

/**
 * A cell is never without a paragraph: Word would not open the file.
 * `isFirst`: the paragraphs of a row's first cell are not kept with the next one, as that would keep the whole row with the next row.
 */
export function cellParagraphs(
  { paragraphs, align = 'start', isOneText = false }: Cell,
  isFirst: boolean,
): readonly WordParagraph[] {
  if (isOneText || paragraphs.length === 0) {
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
    return [new WordParagraph({ style: styleIds.cellShort, children: wordText(text) })]
  }
  return paragraphs.map((paragraph) => {
    const style = cellStyle(paragraph, align)
    const isKept = style === styleIds.cellHeading || style === styleIds.cellItem
    return new WordParagraph({
      style,
      children: wordText(paragraph.text),
      ...(isFirst && isKept ? { keepNext: false } : {}),
      ...(align === 'end' ? { alignment: 'end' as const } : {}),
    })
  })
}

function cellStyle({ text, isBold, isBullet, indent }: Paragraph, align: Cell['align']): StyleId {
  if (isBullet) return styleIds.cellBullet
  if (isBold) return itemNumber.test(text) ? styleIds.cellItem : styleIds.cellHeading
  if (align === 'center') return styleIds.cellShort
  return indent === 1 ? styleIds.cellProse : styleIds.cellText
}
