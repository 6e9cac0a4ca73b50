// A question of the auditors with its answers, in words.
import type { RemarkId } from '../../../domain/audit/entityIds.ts'

export interface SaidView {
  readonly id: RemarkId
  /** Who and when. */
  readonly by: string
  readonly text: string
}

export interface QuestionView extends SaidView {
  readonly answers: readonly SaidView[]
}
