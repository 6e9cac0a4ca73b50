// What a submission still lacks, and of which measure.
import type { MeasureId } from '../../../domain/audit/entityIds.ts'

export interface MissingPiece {
  readonly key: string
  readonly code: string
  readonly measure: MeasureId | undefined
  /** Of the measure in its list, from 1. */
  readonly number: number | undefined
}
