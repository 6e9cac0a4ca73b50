// A report document as a tree of elements: the same for preview and print. Its look is in sheet.css and document.css.
import type {
  Cell,
  Column,
  Fact,
  LabelledText,
  Paragraph,
  PictureBlock,
  ReportBlock,
  ReportDocument,
  TableBlock,
} from '../ReportDocument.ts'
import { isShortFact, isShortRow } from '../isShortRow.ts'
import { node, withAttributes, type ReportNode } from './ReportNode.ts'

/** Addresses of pictures by SHA-256, for `img`; what has none is said to be missing. */
export type PictureAddresses = ReadonlyMap<string, string>

/** Below the title, which is `h1`. */
const headingTags = { 1: 'h2', 2: 'h3', 3: 'h4' } as const

export function layOutDocument(document: ReportDocument, pictures: PictureAddresses): ReportNode {
  const { language, orientation, isDraft, draftMark, title, header, blocks } = document
  const article = node('article', `report-sheet report-document ${orientation}`, [
    ...(isDraft ? [node('p', 'report-draft-mark', [draftMark])] : []),
    node('h1', 'report-title', [title]),
    ...(header.length === 0 ? [] : [node('dl', 'report-facts report-document-header', header.map(layOutLabelled))]),
    ...layOutBlocks(blocks, pictures),
  ])
  return withAttributes(article, { lang: language })
}

/** Pictures that follow one another stand side by side. */
function layOutBlocks(blocks: readonly ReportBlock[], pictures: PictureAddresses): readonly ReportNode[] {
  const nodes: ReportNode[] = []
  let figures: ReportNode[] = []
  const endPictures = () => {
    if (figures.length > 0) nodes.push(node('div', 'report-pictures', figures))
    figures = []
  }
  for (const block of blocks) {
    if (block.type === 'picture') figures.push(layOutPicture(block, pictures))
    else {
      endPictures()
      nodes.push(layOutBlock(block))
    }
  }
  endPictures()
  return nodes
}

function layOutBlock(block: Exclude<ReportBlock, PictureBlock>): ReportNode {
  switch (block.type) {
    case 'heading':
      return node(headingTags[block.level], 'report-part', [block.text])
    case 'paragraph':
      return node('div', 'report-prose', layOutParagraphs(block.paragraphs))
    case 'table':
      return layOutTable(block)
    case 'facts':
      return node('dl', 'report-facts', block.entries.map(layOutFact))
  }
}

function layOutTable({ name, columns, rows, hasRowHeads }: TableBlock): ReportNode {
  const table = node('table', 'report-table', [
    node('colgroup', '', columns.map(layOutColumn)),
    node('thead', '', [
      node(
        'tr',
        '',
        columns.map(({ label }) => scoped('col', node('th', '', layOutLines(label)))),
      ),
    ]),
    node(
      'tbody',
      '',
      rows.map((cells) => layOutRow(cells, { columns, hasRowHeads })),
    ),
  ])
  return withAttributes(table, { 'aria-label': name })
}

function layOutColumn({ width }: Column): ReportNode {
  return withAttributes(node('col', '', []), { width: `${String(width)}%` })
}

function layOutRow(
  cells: readonly Cell[],
  { columns, hasRowHeads }: Pick<TableBlock, 'columns' | 'hasRowHeads'>,
): ReportNode {
  return node(
    'tr',
    isShortRow(cells, columns) ? 'report-short-row' : '',
    cells.map((cell, index) =>
      hasRowHeads && index === 0 ? scoped('row', layOutCell('th', cell)) : layOutCell('td', cell),
    ),
  )
}

function layOutCell(tag: 'th' | 'td', { paragraphs, align, isOneText }: Cell): ReportNode {
  if (isOneText === true) return node(tag, 'report-short', layOutLines(paragraphs.map(({ text }) => text)))
  const aligned = align === undefined || align === 'start' ? '' : ` report-${align}`
  return node(tag, `report-prose${aligned}`, layOutParagraphs(paragraphs))
}

function layOutParagraphs(paragraphs: readonly Paragraph[]): readonly ReportNode[] {
  const nodes: ReportNode[] = []
  let bullets: ReportNode[] = []
  const endBullets = () => {
    if (bullets.length > 0) nodes.push(node('ul', 'report-bullets', bullets))
    bullets = []
  }
  for (const { text, isBullet, isBold, indent } of paragraphs) {
    if (isBullet) bullets.push(node('li', isBold ? 'report-bullet report-bold' : 'report-bullet', [text]))
    else {
      endBullets()
      nodes.push(node('p', isBold ? 'report-bold' : indent === 1 ? 'report-paragraph' : 'report-plain', [text]))
    }
  }
  endBullets()
  return nodes
}

function layOutLabelled({ label, value }: LabelledText): ReportNode {
  return node('div', 'report-fact', [node('dt', '', [label]), node('dd', 'report-prose', [node('p', '', [value])])])
}

function layOutFact(fact: Fact): ReportNode {
  const values = node('dd', 'report-prose', layOutParagraphs(fact.paragraphs))
  const name = isShortFact(fact) ? 'report-fact report-short-row' : 'report-fact'
  return node('div', name, [node('dt', '', [fact.label]), values])
}

function layOutPicture({ sha256, caption, missing }: PictureBlock, pictures: PictureAddresses): ReportNode {
  const address = pictures.get(sha256)
  const picture =
    address === undefined
      ? node('p', 'report-missing-picture', [missing])
      : withAttributes(node('img', 'report-picture', []), { src: address, alt: '' })
  return node('figure', 'report-figure', [picture, node('figcaption', '', [caption])])
}

/** A line that may stand beside the next one where the column is wide enough, but is never cut in itself. */
function layOutLines(texts: readonly string[]): readonly ReportNode[] {
  return texts.map((text) => node('span', 'report-line', [text]))
}

function scoped(scope: 'col' | 'row', cell: ReportNode): ReportNode {
  return withAttributes(cell, { scope })
}
