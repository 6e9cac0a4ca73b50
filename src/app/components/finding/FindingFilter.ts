// Which findings a list shows, as the address holds it.
import type { FindingCardView } from './FindingCardView.ts'
import { reviewStates } from '../review/ReviewLook.ts'
import type { ReviewState } from '../../../domain/audit/review.ts'

/** Undefined is everything. */
export interface FindingFilter {
  readonly review: ReviewState | undefined
  /** A code of the organisation's classes; one that nobody has now shows nothing, and says so. */
  readonly class: string | undefined
}

type Query = Readonly<Record<string, unknown>>

export function readFindingFilter(query: Query): FindingFilter {
  const { class: findingClass } = query
  return {
    review: reviewStates.find((state) => state === query['review']),
    class: typeof findingClass === 'string' && findingClass !== '' ? findingClass : undefined,
  }
}

/** Without what is not filtered by, so that the plain list keeps its plain address. */
export function queryOfFilter(filter: FindingFilter): Record<string, string> {
  return {
    ...(filter.review !== undefined && { review: filter.review }),
    ...(filter.class !== undefined && { class: filter.class }),
  }
}

export function isFiltering({ review, class: findingClass }: FindingFilter): boolean {
  return review !== undefined || findingClass !== undefined
}

export function isShown(card: Pick<FindingCardView, 'review' | 'class'>, filter: FindingFilter): boolean {
  const isOfReview = filter.review === undefined || card.review === filter.review
  return isOfReview && (filter.class === undefined || card.class === filter.class)
}
