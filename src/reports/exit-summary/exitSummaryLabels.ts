// The fixed words of the exit-meeting summary in both languages.
import type { Language } from '../../domain/template/Localised.ts'

export const countColumns = [
  'total',
  'conforming',
  'partial',
  'nonconforming',
  'not-applicable',
  'not-checked',
  'open',
] as const
export type CountColumn = (typeof countColumns)[number]

export const nextSteps = ['facts', 'report', 'measures', 'planned'] as const
export type NextStep = (typeof nextSteps)[number]

export interface ExitSummaryLabels {
  readonly title: string
  readonly parts: Readonly<Record<'scope' | 'results' | 'good' | 'findings' | 'open' | 'next', string>>
  readonly checklists: string
  readonly objects: string
  readonly version: (title: string, version: string) => string
  readonly objectsOf: (roster: string, count: string) => string
  readonly section: readonly string[]
  readonly columns: Readonly<Record<CountColumn, readonly string[]>>
  readonly totalRow: string
  /** A section without anything to remark. */
  readonly allGood: (section: string, count: string) => string
  /** The share of what was in order, where no section is without remark. */
  readonly someGood: (conforming: string, judged: string) => string
  readonly nothingGood: string
  readonly findingColumns: readonly (readonly string[])[]
  readonly noFindings: string
  readonly nothingOpen: string
  readonly unanswered: (count: string) => string
  readonly unsettled: (count: string) => string
  readonly notChecked: (question: string, reason: string) => string
  readonly withoutReason: string
  readonly stepColumns: readonly (readonly string[])[]
  readonly steps: Readonly<Record<NextStep, readonly [what: string, who: string]>>
  readonly unknownDate: string
  readonly preliminary: string
}

const ja: ExitSummaryLabels = {
  title: '監査講評',
  parts: {
    scope: '１　監査の範囲',
    results: '２　点検の結果',
    good: '３　良好と認めた事項',
    findings: '４　指摘等の要旨',
    open: '５　確認が残っている事項',
    next: '６　今後の進め方',
  },
  checklists: '点検表',
  objects: '点検の対象',
  version: (title, version) => `${title}（第${version}版）`,
  objectsOf: (roster, count) => `${roster}${count}件`,
  section: ['点検表・区分'],
  columns: {
    total: ['項目数'],
    conforming: ['適合'],
    partial: ['一部', '不適合'],
    nonconforming: ['不適合'],
    'not-applicable': ['対象外'],
    'not-checked': ['未確認'],
    open: ['未回答・', '未確定'],
  },
  totalRow: '合計',
  allGood: (section, count) => `${section} 点検した${count}項目の全てが適合であった。`,
  someGood: (conforming, judged) => `判定した${judged}項目のうち${conforming}項目が適合であった。`,
  nothingGood: '適合と判定した項目はまだない。',
  findingColumns: [['番号'], ['指摘等'], ['求める', '内容'], ['区分']],
  noFindings: '指摘及び意見はない。',
  nothingOpen: '確認が残っている事項はない。',
  unanswered: (count) => `未回答の項目 ${count}件`,
  unsettled: (count) => `記入が分かれ、確定していない項目 ${count}件`,
  notChecked: (question, reason) => `未確認 ${question} 理由：${reason}`,
  withoutReason: '記入なし',
  stepColumns: [['手順'], ['担当'], ['期日']],
  steps: {
    facts: ['指摘等に係る事実の確認', '所管所属・監査担当'],
    report: ['監査の結果に関する報告の提出及び通知', '監査担当'],
    measures: ['措置の内容（方針を含む。）の通知', '所管所属'],
    planned: ['予定された措置の実施', '所管所属'],
  },
  unknownDate: '未定',
  preliminary: '本書は講評の時点における要旨であり、事実の確認を経て変わることがある。',
}

const en: ExitSummaryLabels = {
  title: 'Exit meeting summary',
  parts: {
    scope: '1  Scope of the audit',
    results: '2  Results of the checks',
    good: '3  What was found to be in order',
    findings: '4  Findings in short',
    open: '5  Still to be checked',
    next: '6  What happens next',
  },
  checklists: 'Checklists',
  objects: 'Objects checked',
  version: (title, version) => `${title} (version ${version})`,
  objectsOf: (roster, count) => `${roster}: ${count}`,
  section: ['Checklist, section'],
  columns: {
    total: ['Items'],
    conforming: ['Conform'],
    partial: ['Partly'],
    nonconforming: ['Noncon-', 'forming'],
    'not-applicable': ['N/A'],
    'not-checked': ['Not', 'checked'],
    open: ['Open or', 'unsettled'],
  },
  totalRow: 'Total',
  allGood: (section, count) => `${section}: all ${count} items checked conform.`,
  someGood: (conforming, judged) => `${conforming} of the ${judged} items judged conform.`,
  nothingGood: 'No item has been judged conforming so far.',
  findingColumns: [['No.'], ['Finding'], ['Demand'], ['Class']],
  noFindings: 'There are no findings and no opinions.',
  nothingOpen: 'Nothing is left to be checked.',
  unanswered: (count) => `Items not answered: ${count}`,
  unsettled: (count) => `Items with differing entries, not settled: ${count}`,
  notChecked: (question, reason) => `Not checked: ${question}. Reason: ${reason}`,
  withoutReason: 'none given',
  stepColumns: [['Step'], ['By'], ['Date']],
  steps: {
    facts: ['Confirmation of the facts of each finding', 'Responsible unit, auditors'],
    report: ['Report on the results of the audit, and its notice', 'Auditors'],
    measures: ['Notice of the measures taken or planned', 'Responsible unit'],
    planned: ['Carrying out the measures planned', 'Responsible unit'],
  },
  unknownDate: 'To be fixed',
  preliminary: 'This summary says how matters stand at the exit meeting; it may change once the facts are confirmed.',
}

export const exitSummaryLabels: Readonly<Record<Language, ExitSummaryLabels>> = { ja, en }
