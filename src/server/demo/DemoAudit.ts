// How a sample audit is written down.
import type { AnswerValue } from '../../domain/audit/AnswerValue.ts'
import type { AuditState, FindingPart, Judgement, MeasureType } from '../../domain/audit/auditVocabulary.ts'
import type { Schedule } from '../../domain/audit/measure.ts'
import type { ListingWish } from '../../domain/audit/roster.ts'
import type { EvidenceType } from '../../protocol/evidence.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'

export interface DemoEvidence {
  readonly name: string
  readonly mediaType: EvidenceType
  readonly bytes: Buffer
  readonly caption: string
}

export interface DemoAnswer {
  /** `A02`. */
  readonly question: string
  /** Tag of the roster item, for questions asked of each. */
  readonly item?: string
  readonly judgement: Judgement
  readonly reason?: string
  readonly value?: AnswerValue
  readonly note?: string
  readonly evidence?: DemoEvidence
}

export interface DemoMeasure {
  readonly type: MeasureType
  readonly text: string
  readonly schedule: Schedule
}

/** Drafted from a failing question, then worded by the auditors. */
export interface DemoFinding {
  readonly question: string
  readonly subject: string
  readonly parts: Partial<Readonly<Record<FindingPart, string>>>
  readonly measures: readonly DemoMeasure[]
}

export interface DemoAudit {
  readonly subject: string
  readonly unit: string
  readonly reportNo: string
  readonly chapter: number
  /** The first records. */
  readonly team: readonly string[]
  readonly visitOn: CalendarDay | null
  readonly noticeOn: CalendarDay | null
  readonly state: AuditState
  /** ISO instants of the recording. */
  readonly visitAt: string
  readonly closedAt: string
  readonly items: readonly ListingWish[]
  readonly answers: readonly DemoAnswer[]
  readonly findings: readonly DemoFinding[]
}
