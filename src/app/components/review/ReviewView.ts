// The review of a finding as its panel shows it.
import type { ReviewState } from '../../../domain/audit/review.ts'

export interface ReviewView {
  readonly state: ReviewState
  /** 田中 4月10日 10:12; undefined while nobody has decided. */
  readonly who: string | undefined
  /** Why it was sent back. */
  readonly reason: string | undefined
}
