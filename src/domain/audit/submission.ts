// What the unit has handed in about a finding: its measures as a whole, as they are now [A15].
import type { Audit, Finding } from './Audit.ts'
import { measuresContentHash } from './contentHash.ts'
import { actedBy, type Acted } from './whoActed.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type SubmissionState = 'open' | 'submitted' | 'returned' | 'changed-since' | 'in-conflict'

export interface Submission {
  readonly state: SubmissionState
  /** Why it was returned; several reasons a line each. */
  readonly reason: string
  readonly acted: Acted | null
}

export function submissionOf(audit: Audit, finding: Finding, hash: Sha256): Submission {
  const { values } = finding.submission
  const [first] = values
  if (first === undefined) return { state: 'open', reason: '', acted: null }
  if (new Set(values.map(({ content }) => content.kind)).size > 1)
    return { state: 'in-conflict', reason: '', acted: null }
  const reasons = values.flatMap(({ content }) => (content.kind === 'measures-returned' ? [content.body.reason] : []))
  if (reasons.length > 0) return { state: 'returned', reason: reasons.join('\n'), acted: actedBy(first) }
  const now = measuresContentHash(audit, finding, hash)
  const valid = values.find(({ content }) => content.kind === 'measures-submitted' && content.body.contentHash === now)
  return { state: valid === undefined ? 'changed-since' : 'submitted', reason: '', acted: actedBy(valid ?? first) }
}
