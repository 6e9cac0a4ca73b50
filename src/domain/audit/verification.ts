// Verification: whether somebody other than its owner has proved that a measure is done as it is worded now [A16].
import type { Audit, Measure } from './Audit.ts'
import { measureContentHash } from './contentHash.ts'
import type { EvidenceId } from './entityIds.ts'
import { placeOf } from './measure.ts'
import { actedBy, type Acted } from './whoActed.ts'
import type { PersonId } from '../oplog/Dot.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

export type VerificationState = 'open' | 'verified' | 'returned' | 'changed-since' | 'in-conflict'

export interface Verification {
  readonly state: VerificationState
  readonly method: string
  readonly evidence: readonly EvidenceId[]
  /** Why it was returned; several reasons a line each. */
  readonly reason: string
  readonly acted: Acted | null
}

const nothing = { method: '', evidence: [], reason: '', acted: null }

export function verificationOf(audit: Audit, measure: Measure, hash: Sha256): Verification {
  const { values } = measure.verification
  const [first] = values
  if (first === undefined) return { state: 'open', ...nothing }
  if (new Set(values.map(({ content }) => content.kind)).size > 1) return { state: 'in-conflict', ...nothing }
  const reasons = values.flatMap(({ content }) => (content.kind === 'measure-returned' ? [content.body.reason] : []))
  if (reasons.length > 0) return { ...nothing, state: 'returned', reason: reasons.join('\n'), acted: actedBy(first) }
  const now = measureContentHash(audit, measure, hash)
  const claims = values.flatMap((value) =>
    value.content.kind === 'measure-verified' ? [{ ...value.content.body, acted: actedBy(value) }] : [],
  )
  const allowed = claims.filter(({ acted }) => !isOwnMeasure(audit, measure, acted.by))
  const valid = allowed.find(
    ({ contentHash, evidence }) => contentHash === now && isDone(measure) && hasPresent(audit, evidence),
  )
  const told = valid ?? allowed[0]
  if (told === undefined) return { state: 'open', ...nothing }
  const { method, evidence, acted } = told
  return { state: valid === undefined ? 'changed-since' : 'verified', method, evidence, reason: '', acted }
}

/** Whether the person answers for the measure: wrote its text or schedule, handed it in, or bears the owner's name. */
export function isOwnMeasure(audit: Audit, measure: Measure, person: PersonId): boolean {
  const finding = placeOf(measure)?.finding
  const handedIn = finding && audit.findings.get(finding)?.submission.values
  const authors = [
    ...measure.text.values,
    ...measure.schedule.values,
    ...(handedIn ?? []).filter(({ content }) => content.kind === 'measures-submitted'),
  ].map(({ author }) => author)
  const name = audit.people.get(person)?.trim() ?? ''
  const owners = measure.owner.values.map(({ content }) => content.body.owner.trim())
  return authors.includes(person) || (name !== '' && owners.includes(name))
}

/** A day on which it was done is known. */
export function isDone(measure: Measure): boolean {
  const schedule = settledValue(measure.schedule)
  return schedule?.kind === 'measure-completed' && schedule.body.doneOn !== null
}

export function hasPresent(audit: Audit, evidence: readonly EvidenceId[]): boolean {
  return evidence.some((id) => {
    const found = audit.evidence.get(id)
    return found !== undefined && found.existence !== 'removed' && found.file.values.length > 0
  })
}
