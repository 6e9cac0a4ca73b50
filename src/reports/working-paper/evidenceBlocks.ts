// Every piece of evidence: its file, what it supports, when it was taken and recorded, its size and its SHA-256; then the pictures.
import type { Evidence } from '../../domain/audit/Audit.ts'
import { captionOf, fileOf, originalOf, presentEvidence } from '../../domain/audit/evidence.ts'
import { plainParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedMoment } from '../printedMoment.ts'
import { printedText } from '../printedText.ts'
import type { Cell, Paragraph, PictureBlock, ReportBlock } from '../ReportDocument.ts'
import { counted, versions, whoAndWhen, type Paper } from './Paper.ts'
import { placeWords } from './placeWords.ts'

const widths = [6, 22, 19, 17, 12, 24] as const
const kilobyte = 1_000

export function evidenceBlocks(paper: Paper): readonly ReportBlock[] {
  const { audit, labels, words } = paper
  const evidence = presentEvidence(audit)
  if (evidence.length === 0) return [{ type: 'paragraph', paragraphs: [plainParagraph(words.none)] }]
  return [
    {
      type: 'table',
      name: labels.parts.evidence,
      hasRowHeads: true,
      columns: widths.map((width, index) => ({ label: labels.evidenceColumns[index] ?? [], width })),
      rows: evidence.map((each) => evidenceRow(paper, each)),
    },
    ...evidence.flatMap((each) => pictureOf(paper, each)),
  ]
}

function nameOf(paper: Paper, { id }: Pick<Evidence, 'id'>): string {
  return paper.labels.evidenceNth(counted(paper, paper.evidenceNumbers.get(id) ?? 0))
}

function evidenceRow(paper: Paper, evidence: Evidence): readonly Cell[] {
  const file = fileOf(evidence)
  return [
    shortCell([counted(paper, paper.evidenceNumbers.get(evidence.id) ?? 0)]),
    { paragraphs: descriptionOf(paper, evidence) },
    textCell(file === undefined ? '' : placeWords(paper, file.supports)),
    { paragraphs: momentsOf(paper, evidence) },
    { paragraphs: file === undefined ? [] : sizeTexts(file.size).map(plainParagraph), align: 'end' },
    textCell(file?.sha256 ?? ''),
  ]
}

function descriptionOf(paper: Paper, evidence: Evidence): readonly Paragraph[] {
  const { labels, language } = paper
  const original = originalOf(evidence)
  return [
    plainParagraph(fileOf(evidence)?.name || (fileOf(evidence)?.mediaType ?? '')),
    ...versions(paper, evidence.caption, ({ content }) => {
      const caption = printedText(content.body.text, language)
      return caption === '' ? [] : [plainParagraph(caption)]
    }),
    ...(original === undefined ? [] : [plainParagraph(labels.markedUp(nameOf(paper, { id: original })))]),
    ...(evidence.existence === 'removed-but-edited' ? [plainParagraph(labels.removedButEdited)] : []),
  ]
}

function momentsOf(paper: Paper, evidence: Evidence): readonly Paragraph[] {
  const { labels, language, minutesEastOf } = paper
  const capturedAt = fileOf(evidence)?.capturedAt ?? null
  const [recorded] = evidence.file.values
  // The camera's clock is the tablet's.
  const offset = recorded?.offset ?? null
  return [
    ...(capturedAt === null
      ? []
      : [plainParagraph(labels.taken + printedMoment({ at: capturedAt, offset }, language, minutesEastOf))]),
    ...(recorded === undefined ? [] : [plainParagraph(labels.recorded + whoAndWhen(paper, recorded))]),
  ]
}

/** Exact, as it belongs to the file's identity; large ones also in kilobytes. */
function sizeTexts(size: number): readonly string[] {
  const bytes = `${size.toLocaleString('en-US')} B`
  return size < kilobyte ? [bytes] : [`${Math.round(size / kilobyte).toLocaleString('en-US')} kB`, `(${bytes})`]
}

function pictureOf(paper: Paper, evidence: Evidence): readonly PictureBlock[] {
  const file = fileOf(evidence)
  if (file?.mediaType.startsWith('image/') !== true) return []
  const caption = printedText(captionOf(evidence) || file.name, paper.language)
  return [
    {
      type: 'picture',
      sha256: file.sha256,
      caption: `${nameOf(paper, evidence)} ${caption}`,
      missing: paper.labels.missingPicture,
    },
  ]
}
