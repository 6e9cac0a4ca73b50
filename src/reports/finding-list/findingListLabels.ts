// The fixed words of the finding list in both languages.
import type { Language } from '../../domain/template/Localised.ts'

export const findingListColumns = [
  'number',
  'title',
  'demand',
  'class',
  'severity',
  'unit',
  'stage',
  'measureClass',
  'measureDate',
  'repeat',
] as const
export type FindingListColumn = (typeof findingListColumns)[number]

export interface FindingListCounts {
  readonly findings: number
  readonly opinions: number
  readonly withdrawn: number
}

export interface FindingListLabels {
  readonly title: string
  readonly columns: Readonly<Record<FindingListColumn, readonly string[]>>
  readonly counts: string
  readonly countsText: (counts: Readonly<Record<keyof FindingListCounts, string>>) => string
  readonly withdrawn: string
  readonly measures: string
  readonly measureText: (word: string, count: string) => string
  readonly measureOpen: string
  readonly empty: string
  readonly untitled: string
}

const ja: FindingListLabels = {
  title: '指摘一覧',
  columns: {
    number: ['指摘№'],
    title: ['指摘等の表題'],
    demand: ['求める', '内容'],
    class: ['区分'],
    severity: ['重要度'],
    unit: ['所管所属'],
    stage: ['段階'],
    measureClass: ['措置', '分類'],
    measureDate: ['措置日', '（予定日）'],
    repeat: ['再指摘'],
  },
  counts: '件数',
  countsText: ({ findings, opinions, withdrawn }) => `指摘${findings}件、意見${opinions}件、取下げ${withdrawn}件`,
  withdrawn: '取下げ',
  measures: '措置の状況',
  measureText: (word, count) => `${word}${count}件`,
  measureOpen: '措置の記入なし・未確定',
  empty: '指摘はない。',
  untitled: '（表題なし）',
}

const en: FindingListLabels = {
  title: 'List of findings',
  columns: {
    number: ['No.'],
    title: ['Finding'],
    demand: ['Demand'],
    class: ['Class'],
    severity: ['Severity'],
    unit: ['Unit'],
    stage: ['Stage'],
    measureClass: ['Measures'],
    measureDate: ['Date', '(planned)'],
    repeat: ['Repeat of'],
  },
  counts: 'Number',
  countsText: ({ findings, opinions, withdrawn }) =>
    `${findings} findings, ${opinions} opinions, ${withdrawn} withdrawn`,
  withdrawn: 'Withdrawn',
  measures: 'Measures',
  measureText: (word, count) => `${word}: ${count}`,
  measureOpen: 'none given or not settled',
  empty: 'There are no findings.',
  untitled: '(untitled)',
}

export const findingListLabels: Readonly<Record<Language, FindingListLabels>> = { ja, en }
