// A versioned checklist. Immutable once released: a changed question is a new version, and question ids are never reused.
import type { Localised } from './Localised.ts'

export type TemplateId = string & { readonly __brand: 'TemplateId' }
export type SectionId = string & { readonly __brand: 'SectionId' }
export type QuestionId = string & { readonly __brand: 'QuestionId' }

/** What a question repeats over. */
export const rosterKinds = ['machines', 'media', 'specification-items', 'tickets'] as const
export type RosterKind = (typeof rosterKinds)[number]

/** 質問・閲覧・観察・再実施 (audit guideline methods; OSCAL INTERVIEW, EXAMINE, EXAMINE, TEST). */
export const examinationMethods = ['inquiry', 'document-review', 'observation', 'reperformance'] as const
export type ExaminationMethod = (typeof examinationMethods)[number]

/** The five parts a work plan must say of each specification item (question C03). */
export const planElements = ['method', 'content', 'cycle', 'response', 'reporting'] as const
export type PlanElement = (typeof planElements)[number]

/** 是正 for a breach of a rule, 改善 for everything else. */
export const demands = ['rectify', 'improve'] as const
export type Demand = (typeof demands)[number]

/**
 * What a computed check knows a question by, so that no rule names a question's id. `registered`: the item is in the unit's register;
 * `labelled`: its number stands on it; `virus-checked`; `definition-date`: the day of the pattern file; `specified`: the plan covers the
 * item; `plan-elements`: what it says of it; `sample`: asked of records drawn from many.
 */
export const questionRoles = [
  'registered',
  'labelled',
  'virus-checked',
  'definition-date',
  'specified',
  'plan-elements',
  'sample',
] as const
export type QuestionRole = (typeof questionRoles)[number]

/**
 * What is recorded beside the judgement, which every question has.
 * `dates` asks for several days, one a slot; `elements` for which plan elements are present.
 */
export type AnswerValueFormat =
  | { readonly type: 'none' }
  | { readonly type: 'text' }
  | { readonly type: 'number'; readonly unit: Localised }
  | { readonly type: 'date' }
  | { readonly type: 'dates'; readonly slots: number }
  | { readonly type: 'elements' }

/** A criterion: a chapter of the policy model (`6.4`), or a document (`specification`, `contract`, `procedure`, `media-rule-6`). */
export interface CriterionReference {
  readonly code: string
  readonly text: Localised
}

/**
 * The texts from which a failing answer drafts a finding. They hold variables in braces, filled by `draftFinding`:
 * `{total}` items asked, `{failing}` of them failing, `{unchecked}` without a virus check, `{date}` the answer's day in the
 * language's calendar, `{days}` its age on the day of the visit, `{limit}` the days allowed, `{unit}` the audited unit,
 * `{value}` the number answered, `{items}` names of failing items, `{elements}` plan elements missing, `{mediaType}`,
 * `{renewed}` when the failing machines were replaced, `{sampled}` records drawn, `{deficient}` of them not in order.
 */
export interface FindingText {
  /** 主題: what stands before について. */
  readonly subject: Localised
  readonly demand: Demand
  /** One bullet of 事実, without its dot. */
  readonly condition: Localised
  /** 指摘事項, one sentence addressed to the unit. */
  readonly recommendation: Localised
  /** Said instead when this question fails but none of those drafted with it does (B01 without B05, C02 without C03). */
  readonly alone?: { readonly condition: Localised; readonly recommendation: Localised }
  /** The condition where no failing machine was updated since it was replaced (role `definition-date`). */
  readonly sinceRenewal?: Localised
  /** The condition where a sample was drawn (role `sample`). */
  readonly sampled?: Localised
}

export interface Question {
  readonly id: QuestionId
  readonly text: Localised
  /** How to check, in one sentence (確認方法). */
  readonly guidance: Localised
  /** Which evidence to take on site. */
  readonly evidenceHint: Localised
  readonly criteria: readonly CriterionReference[]
  readonly methods: readonly ExaminationMethod[]
  readonly value: AnswerValueFormat
  /** Asked once per item of this roster instead of once. */
  readonly perRoster?: RosterKind
  /** Days after which the answered date counts as too old, where the question has such a limit. */
  readonly limitDays?: number
  /** The months in which an update is due, in the order of the year (role `definition-date`). */
  readonly cycleMonths?: readonly number[]
  /** How many records are drawn where nobody says otherwise (role `sample`). */
  readonly sampleSize?: number
  readonly role?: QuestionRole
  readonly finding: FindingText
  /** Drafted together with this question as one finding (B05 with B01, C03 with C02). */
  readonly draftedWith?: QuestionId
}

export interface Section {
  readonly id: SectionId
  readonly title: Localised
  readonly questions: readonly Question[]
}

export interface Template {
  readonly id: TemplateId
  readonly version: number
  /** The letter its question ids begin with. */
  readonly letter: string
  readonly title: Localised
  readonly description: Localised
  /** What is looked at, in the lead sentence of a finding: 「{lead}を確認したところ、次のとおりであった。」 */
  readonly lead: Localised
  readonly sections: readonly Section[]
}
