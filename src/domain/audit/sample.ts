// The sample of a question: which records were drawn, and what looking at each of them gave.
import type { Audit, Sample, SamplePick } from './Audit.ts'
import { mostPicks, type AuditDraft } from './auditKinds.ts'
import type { Judgement, PickOutcome } from './auditVocabulary.ts'
import { decideJudge, decideMeasureAnswer } from './decideAnswer.ts'
import { draftFor } from './draftFor.ts'
import { drawSample } from './drawSample.ts'
import { pickEntity, sampleEntity, type SampleRef } from './entityIds.ts'
import { answerOf } from './questionStatus.ts'
import { settledValue } from '../oplog/Register.ts'
import { err, ok, type Result } from '../Result.ts'

export interface PickView {
  readonly pick: number
  /** `open` also where two auditors saw it differently. */
  readonly outcome: PickOutcome
  readonly note: string
  readonly isInConflict: boolean
}

export interface SampleView {
  readonly population: number
  readonly picks: readonly PickView[]
  /** They add up to the number of picks. */
  readonly sound: number
  readonly deficient: number
  readonly open: number
}

/** Undefined where none was drawn, it was withdrawn, or two were drawn at once and a person has not chosen yet. */
export function sampleOf(audit: Audit, ref: SampleRef): SampleView | undefined {
  const drawn = settledValue(sampleRegister(audit, ref))
  if (drawn?.kind !== 'sample-drawn') return undefined
  const picks = drawn.body.picks.map((pick) => viewPick(audit, ref, pick))
  const count = (outcome: PickOutcome) => picks.filter((each) => each.outcome === outcome).length
  return {
    population: drawn.body.population,
    picks,
    sound: count('sound'),
    deficient: count('deficient'),
    open: count('open'),
  }
}

export type DrawRefusal = 'population-missing' | 'size-missing' | 'sample-too-large'

/** A new draw takes the place of the one before; what was noted of single records stays with them. */
export function decideDrawSample(
  audit: Audit,
  ref: SampleRef,
  wish: { readonly population: number; readonly size: number; readonly randomInt: (below: number) => number },
): Result<readonly AuditDraft[], DrawRefusal> {
  const { population, size, randomInt } = wish
  if (!Number.isSafeInteger(population) || population < 1) return err('population-missing')
  if (!Number.isSafeInteger(size) || size < 1) return err('size-missing')
  if (Math.min(size, population) > mostPicks) return err('sample-too-large')
  const picks = drawSample(population, size, randomInt)
  const sight = { entity: sampleEntity(ref), register: sampleRegister(audit, ref) }
  return ok(draftFor(sight, 'sample-drawn', { population, picks }))
}

export function decideWithdrawSample(audit: Audit, ref: SampleRef): readonly AuditDraft[] {
  const register = sampleRegister(audit, ref)
  return register.values.length === 0 ? [] : draftFor({ entity: sampleEntity(ref), register }, 'sample-withdrawn', {})
}

export function decideExaminePick(
  audit: Audit,
  place: SampleRef & { readonly pick: number },
  result: { readonly outcome: PickOutcome; readonly note: string },
): readonly AuditDraft[] {
  const entity = pickEntity(place, place.pick)
  const { outcome, note } = result
  return draftFor({ entity, register: pickRegister(audit, place, place.pick) }, 'pick-examined', { outcome, note })
}

/** Judges the question by its sample: the number of deficient records becomes its value in the same act. */
export function decideConcludeSample(audit: Audit, ref: SampleRef, judgement: Judgement): readonly AuditDraft[] {
  const answer = answerOf(audit, ref)
  const sample = sampleOf(audit, ref)
  const number = sample === undefined || sample.open > 0 ? undefined : sample.deficient
  return [
    ...(number === undefined ? [] : decideMeasureAnswer(answer, { type: 'number', number })),
    ...decideJudge(answer, judgement),
  ]
}

function viewPick(audit: Audit, ref: SampleRef, pick: number): PickView {
  const register = pickRegister(audit, ref, pick)
  const { outcome, note } = settledValue(register)?.body ?? { outcome: 'open', note: '' }
  return { pick, outcome, note, isInConflict: register.values.length > 1 }
}

function sampleRegister(audit: Audit, ref: SampleRef): Sample['draw'] {
  return audit.samples.get(sampleEntity(ref))?.draw ?? { values: [], dots: [] }
}

function pickRegister(audit: Audit, ref: SampleRef, pick: number): SamplePick['result'] {
  return audit.picks.get(pickEntity(ref, pick))?.result ?? { values: [], dots: [] }
}
