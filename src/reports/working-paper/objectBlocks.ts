// The objects that questions were asked of, and for media how the register and what was found agree.
import type { RosterItem } from '../../domain/audit/Audit.ts'
import { reconcileMedia, type MediaRow } from '../../domain/audit/reconcileMedia.ts'
import { listingOf, presentItems } from '../../domain/audit/roster.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { rosterKinds, type RosterKind } from '../../domain/template/Template.ts'
import { boldParagraph, plainParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedLines, printedText } from '../printedText.ts'
import type { Cell, Paragraph, ReportBlock, TableBlock } from '../ReportDocument.ts'
import { evidenceWords, recordedBy, versions, type Paper } from './Paper.ts'
import { itemWords } from './placeWords.ts'

const objectWidths = [16, 25, 10, 30, 19] as const
const mediaWidths = [25, 10, 10, 10, 26, 19] as const

/** Rosters that nothing stands in are left out. */
export function objectBlocks(paper: Paper): readonly ReportBlock[] {
  const blocks = rosterKinds.flatMap((roster): readonly ReportBlock[] => {
    const items = presentItems(paper.audit, roster)
    if (items.length === 0) return []
    const heading = { type: 'heading', level: 2, text: paper.words.roster[roster] } as const
    return roster === 'media' ? [heading, ...mediaBlocks(paper)] : [heading, objectTable(paper, roster, items)]
  })
  return blocks.length === 0 ? [{ type: 'paragraph', paragraphs: [plainParagraph(paper.words.none)] }] : blocks
}

function objectTable(paper: Paper, roster: RosterKind, items: readonly RosterItem[]): TableBlock {
  const { labels, words, language } = paper
  return {
    type: 'table',
    name: words.roster[roster],
    hasRowHeads: true,
    columns: objectWidths.map((width, index) => ({ label: labels.objectColumns[index] ?? [], width })),
    rows: items.map((item) => {
      const listing = listingOf(item)
      return [
        textCell(listing?.tag || words.noName),
        textCell(printedText(listing?.name ?? '', language)),
        textCell(listing === undefined ? '' : words.source[listing.source]),
        { paragraphs: detailsOf(paper, item) },
        { paragraphs: recordOf(paper, item) },
      ]
    }),
  }
}

function mediaBlocks(paper: Paper): readonly ReportBlock[] {
  const { labels, words, audit } = paper
  const { rows, isComplete } = reconcileMedia(audit)
  const columns = mediaWidths.map((width, index) => ({ label: labels.mediaColumns[index] ?? [], width }))
  const completion = [
    plainParagraph(isComplete ? labels.reconciled : labels.notReconciled),
    ...recordedBy(paper, [['', audit.reconciliation.completion]]),
  ]
  return [
    { type: 'paragraph', paragraphs: completion },
    {
      type: 'table',
      name: words.roster.media,
      hasRowHeads: true,
      columns,
      rows: rows.map((row) => mediaRow(paper, row)),
    },
  ]
}

function mediaRow(paper: Paper, { item, pairedItem, state, virusCheck }: MediaRow): readonly Cell[] {
  const { words, labels } = paper
  const source = listingOf(item)?.source
  const linked = pairedItem === undefined ? [] : [plainParagraph(labels.linkedTo(itemWords(paper, pairedItem.id)))]
  return [
    textCell(itemWords(paper, item.id)),
    textCell(source === undefined ? '' : words.source[source]),
    shortCell([words.mediaState[state]]),
    shortCell([words.virusCheck[virusCheck]]),
    { paragraphs: [...linked, ...detailsOf(paper, item)] },
    { paragraphs: recordOf(paper, item) },
  ]
}

function detailsOf(paper: Paper, item: RosterItem): readonly Paragraph[] {
  const { labels, words, language } = paper
  const labelled = (label: string, text: string) => (text === '' ? [] : [plainParagraph(label + text)])
  const prose = (label: string, text: string) => labelled(label, printedLines(text, language).join(' '))
  return [
    ...(item.existence === 'removed-but-edited' ? [boldParagraph(labels.removedButEdited)] : []),
    ...versions(paper, item.listing, ({ content: { body } }) => [
      ...labelled(labels.serial, body.serial),
      ...body.details.flatMap(({ label, value }) => labelled(`${label}：`, value)),
    ]),
    ...versions(paper, item.renewal, ({ content: { body } }) =>
      labelled(labels.renewed, body.on === null ? '' : formatWareki(body.on, language, 'report')),
    ),
    ...versions(paper, item.sighting, ({ content }) =>
      content.kind === 'medium-found' ? labelled(labels.code, content.body.code) : [],
    ),
    ...versions(paper, item.description, ({ content }) => prose(labels.kind, content.body.text)),
    ...versions(paper, item.storage, ({ content }) => prose(labels.storage, content.body.place)),
    ...versions(paper, item.handover, ({ content }) => [plainParagraph(words.handover[content.body.handover])]),
    ...labelled(labels.evidence, evidenceWords(paper, item.id)),
  ]
}

function recordOf(paper: Paper, item: RosterItem): readonly Paragraph[] {
  const { labels } = paper
  return recordedBy(paper, [
    [labels.listing, item.listing],
    [labels.sighting, item.sighting],
    [labels.renewed.replace(/[：:]\s*$/, ''), item.renewal],
  ])
}
