// A finding with the number that it has, or will have.
import type { FindingId } from '../../../domain/audit/entityIds.ts'

export interface IssuedFinding {
  readonly id: FindingId
  /** ２（１） */
  readonly number: string
  readonly subject: string
  readonly isFinal: boolean
  readonly isWithdrawn: boolean
}
