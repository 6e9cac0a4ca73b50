// How far the unit is with the measures of a finding: what its own lists say. It follows from the acts, like the stage of the finding [A17] [A23].
import type { Audit, Finding } from './Audit.ts'
import { findingStageOf } from './findingStage.ts'
import { measuresOf } from './measure.ts'
import { submissionOf } from './submission.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export const unitStates = ['unanswered', 'returned', 'draft', 'submitted', 'verified'] as const
export type UnitState = (typeof unitStates)[number]

/** What was changed since it was handed in is a draft again: nobody has handed that in. */
export function unitStateOf(audit: Audit, finding: Finding, hash: Sha256): UnitState {
  const { state } = submissionOf(audit, finding, hash)
  if (state === 'returned' || state === 'in-conflict') return 'returned'
  const stage = findingStageOf(audit, finding, hash)
  if (stage === 'verified' || stage === 'published') return 'verified'
  if (state === 'submitted') return 'submitted'
  return measuresOf(audit, finding.id).length > 0 ? 'draft' : 'unanswered'
}
