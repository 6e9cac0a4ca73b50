// Review: whether a finding is approved as it is worded now, and with the objection that stands against it [A12].
import type { Audit, Finding } from './Audit.ts'
import { findingContentHash } from './contentHash.ts'
import { factCheckOf } from './factCheck.ts'
import { actedBy, type Acted } from './whoActed.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type ReviewState = 'open' | 'approved' | 'sent-back' | 'changed-since' | 'in-conflict'

export interface Review {
  readonly state: ReviewState
  /** Why it was sent back; several reasons a line each. */
  readonly reason: string
  /** Who approved it or sent it back; null while open or in conflict. */
  readonly acted: Acted | null
}

/** What a reviewer approves: the words, and the objection where one stands. Without one it is the words' own hash. */
export function reviewedHash(audit: Audit, finding: Finding, hash: Sha256): string {
  const content = findingContentHash(audit, finding, hash)
  const { state, objection } = factCheckOf(audit, finding, hash)
  return state === 'objected' ? hash(JSON.stringify(['objected', content, objection])) : content
}

export function reviewOf(audit: Audit, finding: Finding, hash: Sha256): Review {
  const { values } = finding.review
  const [first] = values
  if (first === undefined) return { state: 'open', reason: '', acted: null }
  if (new Set(values.map(({ content }) => content.kind)).size > 1)
    return { state: 'in-conflict', reason: '', acted: null }
  const reasons = values.flatMap(({ content }) => (content.kind === 'finding-sent-back' ? [content.body.reason] : []))
  if (reasons.length > 0) return { state: 'sent-back', reason: reasons.join('\n'), acted: actedBy(first) }
  const now = reviewedHash(audit, finding, hash)
  const valid = values.find(({ content }) => content.kind === 'finding-approved' && content.body.contentHash === now)
  return { state: valid === undefined ? 'changed-since' : 'approved', reason: '', acted: actedBy(valid ?? first) }
}
