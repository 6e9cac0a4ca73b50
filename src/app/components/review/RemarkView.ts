// A remark about a finding as its thread shows it, and one that is being made.
import type { RemarkId } from '../../../domain/audit/entityIds.ts'
import type { RemarkType } from '../../../domain/audit/auditVocabulary.ts'

export interface RemarkView {
  readonly id: RemarkId
  readonly type: RemarkType
  readonly text: string
  readonly author: string
  /** 4月10日 10:12 */
  readonly at: string
  /** Written by whoever uses this tablet: only they take it back. */
  readonly isMine: boolean
  readonly answers: readonly RemarkView[]
}

export type RemarkWords =
  | { readonly type: 'comment' | 'question'; readonly text: string }
  | { readonly type: 'answer'; readonly question: RemarkId; readonly text: string }
