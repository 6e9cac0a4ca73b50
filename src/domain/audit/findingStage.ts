// The stage of a finding on its way (domain 4.7). It follows from the acts alone and is recorded nowhere, so it cannot contradict them [A17].
import type { Audit, Finding } from './Audit.ts'
import { factCheckOf } from './factCheck.ts'
import { isWithdrawn } from './findingOrder.ts'
import { isNumbered } from './issue.ts'
import { measuresOf } from './measure.ts'
import { breaksNotice } from './measureDates.ts'
import { isPublished } from './publication.ts'
import { reviewOf } from './review.ts'
import { submissionOf } from './submission.ts'
import { verificationOf } from './verification.ts'
import type { findingStates } from './auditVocabulary.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type FindingStage = (typeof findingStates)[number] | 'withdrawn'

export function findingStageOf(audit: Audit, finding: Finding, hash: Sha256): FindingStage {
  if (isWithdrawn(finding)) return 'withdrawn'
  if (isNumbered(audit, finding.id)) return stageOfReported(audit, finding, hash)
  if (reviewOf(audit, finding, hash).state === 'approved') return 'final'
  return factCheckOf(audit, finding, hash).state === 'open' ? 'draft' : 'fact-check'
}

function stageOfReported(audit: Audit, finding: Finding, hash: Sha256): FindingStage {
  const answer = answerOf(audit, finding)
  if (answer === undefined || isTurnedBack(audit, finding, hash)) return 'reported'
  if (answer === 'planned') return 'planned'
  const done = measuresOf(audit, finding.id).filter(
    (measure) => settledValue(measure.schedule)?.kind === 'measure-completed',
  )
  if (!done.every((measure) => verificationOf(audit, measure, hash).state === 'verified')) return 'done'
  return isPublished(audit, finding, hash) ? 'published' : 'verified'
}

/** The unit's answer to the finding as a whole; undefined while a measure is missing, open, undated, or dated against the rule [A14]. */
function answerOf(audit: Audit, { id }: Finding): 'planned' | 'done' | undefined {
  const measures = measuresOf(audit, id)
  const schedules = measures.map((measure) => settledValue(measure.schedule))
  if (measures.some((measure) => breaksNotice(audit, measure))) return undefined
  const isDated = schedules.every((schedule) => {
    if (schedule?.kind === 'measure-completed') return schedule.body.doneOn !== null
    if (schedule?.kind === 'measure-planned') return schedule.body.plannedOn !== null
    return schedule?.kind === 'measure-declined'
  })
  if (!isDated) return undefined
  if (schedules.some((schedule) => schedule?.kind === 'measure-planned')) return 'planned'
  return schedules.some((schedule) => schedule?.kind === 'measure-completed') ? 'done' : undefined
}

function isTurnedBack(audit: Audit, finding: Finding, hash: Sha256): boolean {
  const { state } = submissionOf(audit, finding, hash)
  return state === 'returned' || state === 'in-conflict'
}
