// A measure that somebody removed, as the list of removed ones shows it.
import type { MeasureId } from '../../../domain/audit/entityIds.ts'

export interface RemovedMeasure {
  readonly id: MeasureId
  readonly text: string
  /** Edited elsewhere meanwhile: kept alive until a person decides [M8]. */
  readonly isEditedSince: boolean
}
