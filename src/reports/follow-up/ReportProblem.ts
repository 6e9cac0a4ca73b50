// What stands between an audit and its report, each with the place where a person puts it right.
import type { FindingId, MeasureId } from '../../domain/audit/entityIds.ts'
import type { FindingPart } from '../../domain/audit/auditVocabulary.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import type { HeaderField } from './headerFields.ts'

/** The finding a problem belongs to, with its number as printed: ２（１）. */
export interface FindingReference {
  readonly id: FindingId
  readonly number: string
}

/** The parts without which a finding cannot be printed. */
export type RequiredPart = 'title' | Extract<FindingPart, 'lead' | 'conditions' | 'recommendation'>

export type ReportProblem =
  /** Two versions exist of a field of `entity`. `finding` is there where the field belongs to one, or to a measure of one. */
  | {
      readonly code: 'conflict-open'
      readonly entity: EntityId
      readonly field: string
      readonly finding?: FindingReference
    }
  | { readonly code: 'header-missing'; readonly field: HeaderField }
  | { readonly code: 'findings-missing' }
  | { readonly code: 'part-missing'; readonly finding: FindingReference; readonly part: RequiredPart }
  /** A blank that the draft left for the auditor (○○) is still there. */
  | { readonly code: 'blank-left'; readonly finding: FindingReference; readonly part: RequiredPart }
  | { readonly code: 'measures-missing'; readonly finding: FindingReference }
  | MeasureProblem

export type MeasureProblemCode =
  | 'measure-text-missing'
  /** Neither done, planned, considered nor declined. */
  | 'schedule-missing'
  | 'date-missing'
  /** 措置済 needs a 措置日 no later than 通知を受けた日. */
  | 'done-after-notice'
  /** 措置方針 needs a 予定日 later than 通知を受けた日. */
  | 'planned-before-notice'

export interface MeasureProblem {
  readonly code: MeasureProblemCode
  readonly finding: FindingReference
  readonly measure: MeasureId
}
