// A finding as the list shows it.
import type { FindingId } from '../../../domain/audit/entityIds.ts'
import type { ChipRole } from '../base/ChipRole.ts'
import type { FactCheckState } from '../../../domain/audit/factCheck.ts'
import type { ReviewState } from '../../../domain/audit/review.ts'

/** 確認が必要 and 取下げ come before everything else; 下書き is a finding whose measures say nothing yet. */
export const findingStatuses = ['draft', 'considered', 'planned', 'done', 'declined', 'conflict', 'withdrawn'] as const
export type FindingStatus = (typeof findingStatuses)[number]

export interface FindingCardView {
  readonly id: FindingId
  /** ２（１） */
  readonly number: string
  /** Until the report is issued. */
  readonly isProvisional: boolean
  /** What stands before について; empty while untitled. */
  readonly subject: string
  readonly status: FindingStatus
  /** 令和6年3月7日, or what is missing instead. */
  readonly date: string
  readonly review: ReviewState
  readonly fact: FactCheckState
  /** A code; undefined while two versions of it stand. */
  readonly class: string | undefined
  /** 重大; empty while nobody has rated it. */
  readonly severity: string
  /** 再指摘. */
  readonly isRepeat: boolean
}

export const statusRoles: Readonly<Record<FindingStatus, ChipRole>> = {
  draft: 'primary',
  considered: 'part',
  planned: 'part',
  done: 'ok',
  declined: 'na',
  conflict: 'conflict',
  withdrawn: 'na',
}
