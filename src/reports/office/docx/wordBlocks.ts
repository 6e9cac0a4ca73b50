// The body of the Word file: title, header and the blocks of the report in their order.
import { Paragraph, Table, type FileChild } from 'docx'
import type { PictureBlock, ReportBlock, ReportDocument } from '../../ReportDocument.ts'
import { textWidth } from './pageMeasures.ts'
import { styleIds } from './styleIds.ts'
import { factTable, headerFacts } from './wordFacts.ts'
import { pageParagraph } from './wordParagraphs.ts'
import { wordPictures, type PictureBytes } from './wordPictures.ts'
import { wordTable } from './wordTable.ts'
import { wordText } from './wordText.ts'

export function wordBlocks(document: ReportDocument, pictures: PictureBytes): readonly FileChild[] {
  const width = textWidth(document.orientation)
  const blocks = groupPictures(document.blocks).flatMap((block) => childrenOf(block, { width, pictures }))
  // Word makes one table of two that touch, and wants a paragraph behind the last.
  const separated = blocks.flatMap((child, index) => {
    const next = blocks[index + 1]
    return child instanceof Table && !(next instanceof Paragraph)
      ? [child, new Paragraph({ style: styleIds.gap })]
      : [child]
  })
  return [...openingOf(document), ...separated]
}

function openingOf({ title, isDraft, draftMark, header, language }: ReportDocument): readonly Paragraph[] {
  return [
    ...(isDraft ? [new Paragraph({ style: styleIds.draftMark, children: wordText(draftMark) })] : []),
    new Paragraph({ style: styleIds.title, children: wordText(title) }),
    ...headerFacts(header, language),
    new Paragraph({ style: styleIds.gap }),
  ]
}

type Grouped =
  Exclude<ReportBlock, PictureBlock> | { readonly type: 'pictures'; readonly pictures: readonly PictureBlock[] }

/** Pictures that follow one another stand side by side. */
function groupPictures(blocks: readonly ReportBlock[]): readonly Grouped[] {
  return blocks.reduce<readonly Grouped[]>((groups, block) => {
    if (block.type !== 'picture') return [...groups, block]
    const last = groups.at(-1)
    if (last?.type !== 'pictures') return [...groups, { type: 'pictures', pictures: [block] }]
    return [...groups.slice(0, -1), { type: 'pictures', pictures: [...last.pictures, block] }]
  }, [])
}

interface Room {
  readonly width: number
  readonly pictures: PictureBytes
}

const headings = { 1: styleIds.heading1, 2: styleIds.heading2, 3: styleIds.heading3 } as const

function childrenOf(block: Grouped, { width, pictures }: Room): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ style: headings[block.level], children: wordText(block.text) })]
    case 'paragraph':
      return block.paragraphs.map(pageParagraph)
    case 'table':
      return [wordTable(block, width)]
    case 'facts':
      return block.entries.length === 0 ? [] : [factTable(block.entries, width)]
    case 'pictures':
      return [wordPictures(block.pictures, pictures, width)]
  }
}
