// What the log says beyond the answers: the history of everything with both versions of settled conflicts, and the ends of the chains.
import type { DeviceId } from '../../domain/oplog/Dot.ts'
import { boldParagraph, bulletParagraph, plainParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedMoment } from '../printedMoment.ts'
import { printedLines } from '../printedText.ts'
import type { Cell, Paragraph, ReportBlock } from '../ReportDocument.ts'
import { counted, type Paper } from './Paper.ts'
import type { ChainEnd, FieldPlace, HistoryLine, WorkingPaperRecords, WrittenVersion } from './WorkingPaperRecords.ts'

const historyWidths = [26, 28, 46] as const
const chainWidths = [24, 12, 64] as const
/** Enough to tell the tablets of an audit apart. */
const deviceLetters = 8

export function historyBlocks(
  paper: Paper,
  { history, isHistoryWhole }: Pick<WorkingPaperRecords, 'history' | 'isHistoryWhole'>,
): readonly ReportBlock[] {
  const { labels } = paper
  const cut = isHistoryWhole ? [] : [boldParagraph(labels.historyCut)]
  return [
    { type: 'paragraph', paragraphs: [plainParagraph(labels.historyText), ...cut] },
    {
      type: 'table',
      name: labels.parts.history,
      hasRowHeads: false,
      columns: historyWidths.map((width, index) => ({ label: labels.historyColumns[index] ?? [], width })),
      rows: history.map((line) => historyRow(paper, line)),
    },
  ]
}

function historyRow(paper: Paper, line: HistoryLine): readonly Cell[] {
  const { labels, language } = paper
  const { settledFrom, standing } = line
  return [
    {
      paragraphs: [
        plainParagraph(momentOf(paper, line)),
        plainParagraph(`${line.author} ${deviceWord(paper, line.device)}`),
      ],
    },
    { paragraphs: placeParagraphs(line) },
    {
      paragraphs: [
        ...printedLines(line.words, language).map(plainParagraph),
        ...(standing === 'counts' ? [] : [boldParagraph(labels.standing[standing])]),
        ...(settledFrom.length === 0
          ? []
          : [
              plainParagraph(labels.settledFrom(counted(paper, settledFrom.length))),
              ...settledFrom.map((version) => versionBullet(paper, version)),
            ]),
      ],
    },
  ]
}

export function placeParagraphs({ place, field }: FieldPlace): readonly Paragraph[] {
  return [place, field].filter((text) => text !== '').map(plainParagraph)
}

/** What was written, with who, when and on which tablet. */
export function versionBullet(paper: Paper, version: WrittenVersion): Paragraph {
  const { words, labels, language } = paper
  const text = printedLines(version.words, language).join(' ') || words.missing
  const who = labels.by(version.author, `${deviceWord(paper, version.device)} ${momentOf(paper, version)}`)
  return bulletParagraph(words.with(text, who))
}

function momentOf({ language, minutesEastOf }: Paper, version: Pick<WrittenVersion, 'at' | 'offset'>): string {
  return printedMoment(version, language, minutesEastOf)
}

function deviceWord({ labels }: Paper, device: DeviceId): string {
  return labels.device(device.slice(0, deviceLetters))
}

export function chainBlocks(paper: Paper, ends: readonly ChainEnd[]): readonly ReportBlock[] {
  const { labels } = paper
  return [
    { type: 'paragraph', paragraphs: [plainParagraph(labels.chainText)] },
    {
      type: 'table',
      name: labels.parts.chains,
      hasRowHeads: true,
      columns: chainWidths.map((width, index) => ({ label: labels.chainColumns[index] ?? [], width })),
      rows: ends.map(({ device, n, hash }) => [
        textCell(deviceWord(paper, device)),
        shortCell([counted(paper, n)]),
        textCell(hash),
      ]),
    },
  ]
}
