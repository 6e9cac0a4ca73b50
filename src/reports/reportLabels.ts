// What an audit's codes are called in print, in both languages: one word a code, the same in every report.
import type {
  AuditState,
  Handover,
  ItemSource,
  Judgement,
  MeasureType,
  PickOutcome,
} from '../domain/audit/auditVocabulary.ts'
import type { FindingStage } from '../domain/audit/findingStage.ts'
import type { MediaState, VirusCheck } from '../domain/audit/reconcileMedia.ts'
import type { Language } from '../domain/template/Localised.ts'
import type { Demand, ExaminationMethod, PlanElement, RosterKind } from '../domain/template/Template.ts'
import type { MeasureClass } from './follow-up/classifyMeasures.ts'

export interface ReportLabels {
  readonly draftMark: string
  readonly judgement: Readonly<Record<Judgement, string>>
  readonly unanswered: string
  /** Two versions wait for a decision. */
  readonly unsettled: string
  readonly demand: Readonly<Record<Demand, string>>
  readonly findingStage: Readonly<Record<FindingStage, string>>
  readonly measureClass: Readonly<Record<MeasureClass, string>>
  readonly measureType: Readonly<Record<MeasureType, string>>
  readonly auditState: Readonly<Record<AuditState, string>>
  readonly roster: Readonly<Record<RosterKind, string>>
  readonly source: Readonly<Record<ItemSource, string>>
  readonly method: Readonly<Record<ExaminationMethod, string>>
  readonly element: Readonly<Record<PlanElement, string>>
  readonly handover: Readonly<Record<Handover, string>>
  readonly mediaState: Readonly<Record<MediaState, string>>
  readonly virusCheck: Readonly<Record<VirusCheck, string>>
  readonly pick: Readonly<Record<PickOutcome, string>>
  readonly repeat: string
  readonly missing: string
  readonly undated: string
  readonly none: string
  readonly noName: string
  /** Several words in one line. */
  readonly joined: (texts: readonly string[]) => string
  /** A word with something said of it in brackets. */
  readonly with: (word: string, remark: string) => string
}

const ja: ReportLabels = {
  draftMark: '案',
  judgement: {
    conforming: '適合',
    partial: '一部不適合',
    nonconforming: '不適合',
    'not-applicable': '対象外',
    'not-checked': '未確認',
  },
  unanswered: '未回答',
  unsettled: '未確定',
  demand: { rectify: '是正', improve: '改善' },
  findingStage: {
    draft: '下書き',
    'fact-check': '事実確認中',
    final: '確定',
    reported: '報告済',
    planned: '措置方針',
    done: '措置済',
    verified: '確認済',
    published: '公表済',
    withdrawn: '取下げ',
  },
  measureClass: { done: '措置済', planned: '措置方針', considered: '検討中', declined: '措置しない' },
  measureType: { correction: '応急・是正', mechanism: '仕組み', prevention: '再発防止' },
  auditState: {
    preparing: '準備中',
    fieldwork: '現地監査中',
    drafting: '指摘整理中',
    reported: '報告済み',
    'following-up': '措置確認中',
    published: '公表済',
  },
  roster: { machines: '機器', media: '記録媒体', 'specification-items': '仕様項目', tickets: '障害票' },
  source: { register: '管理簿', ledger: '機器台帳', found: '現物' },
  method: { inquiry: '質問', 'document-review': '閲覧', observation: '観察', reperformance: '再実施' },
  element: { method: '実施方法', content: '内容', cycle: '実施サイクル', response: '対応策', reporting: '報告' },
  handover: { logged: '受渡簿に記録あり', 'not-logged': '受渡簿に記録なし', unknown: '受渡簿は未確認' },
  mediaState: {
    matched: '一致',
    unregistered: '未登録',
    unconfirmed: '現物未確認',
    missing: '所在不明',
    duplicate: '二重',
  },
  virusCheck: { checked: '記録あり', 'not-checked': '記録なし', unknown: '未確認' },
  pick: { sound: '不備なし', deficient: '不備あり', open: '未確認' },
  repeat: '再指摘',
  missing: '（未記入）',
  undated: '日付の記入なし',
  none: 'なし',
  noName: '（番号なし）',
  joined: (texts) => texts.join('、'),
  with: (word, remark) => `${word}（${remark}）`,
}

const en: ReportLabels = {
  draftMark: 'DRAFT',
  judgement: {
    conforming: 'Conforming',
    partial: 'Partly conforming',
    nonconforming: 'Nonconforming',
    'not-applicable': 'Not applicable',
    'not-checked': 'Not checked',
  },
  unanswered: 'Not answered',
  unsettled: 'Not settled',
  demand: { rectify: 'Correction', improve: 'Improvement' },
  findingStage: {
    draft: 'Draft',
    'fact-check': 'Facts being confirmed',
    final: 'Final',
    reported: 'Reported',
    planned: 'Measures planned',
    done: 'Measures done',
    verified: 'Verified',
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
  measureClass: { done: 'Done', planned: 'Planned', considered: 'Under review', declined: 'No action' },
  measureType: { correction: 'Correction', mechanism: 'Mechanism', prevention: 'Prevention' },
  auditState: {
    preparing: 'Being prepared',
    fieldwork: 'On site',
    drafting: 'Findings being written',
    reported: 'Reported',
    'following-up': 'Measures being followed up',
    published: 'Published',
  },
  roster: {
    machines: 'Machines',
    media: 'Recording media',
    'specification-items': 'Specification items',
    tickets: 'Tickets',
  },
  source: { register: 'Register', ledger: 'Asset ledger', found: 'Found on site' },
  method: {
    inquiry: 'Inquiry',
    'document-review': 'Document review',
    observation: 'Observation',
    reperformance: 'Reperformance',
  },
  element: { method: 'Method', content: 'Content', cycle: 'Cycle', response: 'Response', reporting: 'Reporting' },
  handover: {
    logged: 'In the handover log',
    'not-logged': 'Not in the handover log',
    unknown: 'Handover log not checked',
  },
  mediaState: {
    matched: 'Matched',
    unregistered: 'Not in the register',
    unconfirmed: 'Not yet seen',
    missing: 'Missing',
    duplicate: 'Duplicate',
  },
  virusCheck: { checked: 'On record', 'not-checked': 'No record', unknown: 'Not checked' },
  pick: { sound: 'In order', deficient: 'Not in order', open: 'Not checked' },
  repeat: 'Repeated',
  missing: '(blank)',
  undated: 'No date given',
  none: 'None',
  noName: '(no number)',
  joined: (texts) => texts.join(', '),
  with: (word, remark) => `${word} (${remark})`,
}

export const reportLabels: Readonly<Record<Language, ReportLabels>> = { ja, en }
