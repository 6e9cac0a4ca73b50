// The closed lists of an audit: stable codes; their labels live with the user interface and the report.

/** 適合・一部不適合・不適合・対象外・未確認. 未回答 is the absence of a judgement. */
export const judgements = ['conforming', 'partial', 'nonconforming', 'not-applicable', 'not-checked'] as const
export type Judgement = (typeof judgements)[number]

/** 準備中・現地監査中・指摘整理中・報告済み・措置確認中・公表済. */
export const auditStates = ['preparing', 'fieldwork', 'drafting', 'reported', 'following-up', 'published'] as const
export type AuditState = (typeof auditStates)[number]

/** 下書き・事実確認中・確定・報告済・措置方針・措置済・確認済・公表済 (domain 4.7). */
export const findingStates = [
  'draft',
  'fact-check',
  'final',
  'reported',
  'planned',
  'done',
  'verified',
  'published',
] as const

/** 指摘・意見: the classes that every organisation begins with; it may define others. */
export const findingClasses = ['finding', 'opinion'] as const
export type FindingClass = (typeof findingClasses)[number]

/** 事実のとおり・異議あり. */
export const factOutcomes = ['agreed', 'objected'] as const
export type FactOutcome = (typeof factOutcomes)[number]

/** コメント・質問・回答. */
export const remarkTypes = ['comment', 'question', 'answer'] as const
export type RemarkType = (typeof remarkTypes)[number]

/** 毎月・四半期・年１回. */
export const dutyRhythms = ['month', 'quarter', 'year'] as const
export type DutyRhythm = (typeof dutyRhythms)[number]

/** 継続している・一部・途絶えている・確認していない. */
export const carriedOutcomes = ['kept', 'partly', 'lapsed', 'not-checked'] as const
export type CarriedOutcome = (typeof carriedOutcomes)[number]

/** 応急・是正, 仕組み, 再発防止 (domain 4.5). */
export const measureTypes = ['correction', 'mechanism', 'prevention'] as const
export type MeasureType = (typeof measureTypes)[number]

/** Where a roster item is known from: the unit's register, an asset ledger, or found on site. */
export const itemSources = ['register', 'ledger', 'found'] as const
export type ItemSource = (typeof itemSources)[number]

/** How a medium was told from others when it was found: its code read by camera, typed in, or without any number. */
export const sightingMethods = ['scanned', 'typed', 'unnumbered'] as const
export type SightingMethod = (typeof sightingMethods)[number]

/** 受渡簿に記録あり・なし・未確認. */
export const handovers = ['logged', 'not-logged', 'unknown'] as const
export type Handover = (typeof handovers)[number]

/** 不備なし・不備あり・未確認. */
export const pickOutcomes = ['sound', 'deficient', 'open'] as const
export type PickOutcome = (typeof pickOutcomes)[number]

/** The parts of a finding that are prose of their own, each a register of its own. */
export const findingParts = ['lead', 'conditions', 'criteria', 'cause', 'effect', 'recommendation'] as const
export type FindingPart = (typeof findingParts)[number]
