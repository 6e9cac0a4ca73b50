// What a report document says, for tests: every text of it in order, and the rows of a table.
import { must } from '../../../src/domain/must.ts'
import type { Cell, Paragraph, ReportBlock, ReportDocument, TableBlock } from '../../../src/reports/ReportDocument.ts'

export function textOfDocument({ title, header, blocks }: ReportDocument): string {
  return [title, ...header.map(({ label, value }) => `${label} ${value}`), ...blocks.flatMap(textsOf)].join('\n')
}

export function tableOf({ blocks }: ReportDocument, name: string): TableBlock {
  return must(
    blocks.find((block): block is TableBlock => block.type === 'table' && block.name.includes(name)),
    `table ${name}`,
  )
}

export function rowsOf(table: TableBlock): readonly (readonly string[])[] {
  return table.rows.map((row) => row.map(textOfCell))
}

function textOfCell({ paragraphs, isOneText }: Cell): string {
  return paragraphs.map(({ text }) => text).join(isOneText === true ? '' : '\n')
}

function textsOf(block: ReportBlock): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return words(block.paragraphs)
    case 'facts':
      return block.entries.flatMap(({ label, paragraphs }) => [label, ...words(paragraphs)])
    case 'table':
      return block.rows.flat().map(textOfCell)
    case 'picture':
      return [block.caption]
  }
}

function words(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ text }) => text)
}
