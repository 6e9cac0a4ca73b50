// A finding as the screens of the fact confirmation show it.
import type { FindingId } from '../../../domain/audit/entityIds.ts'
import type { FactCheckState } from '../../../domain/audit/factCheck.ts'
import type { FactOutcome } from '../../../domain/audit/auditVocabulary.ts'

export interface FactView {
  readonly id: FindingId
  /** ２（１） */
  readonly number: string
  readonly subject: string
  /** One fact each, without bullets. */
  readonly conditions: readonly string[]
  readonly state: FactCheckState
  /** False while two versions of its words stand: nobody can stand by both. */
  readonly canConfirm: boolean
  /** 課長 山田 4月10日 10:12 */
  readonly who: string | undefined
  readonly objection: string
}

/** What the auditee says about one finding. */
export interface FactAnswer {
  readonly outcome: FactOutcome | null
  readonly objection: string
}

export interface SignatureView {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly at: string
  readonly strokes: readonly (readonly number[])[]
  /** Of the findings that it was given for. */
  readonly numbers: readonly string[]
}
