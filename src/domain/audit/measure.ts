// Measures: what the unit did or will do about a finding.
import type { Audit, Measure, ScheduleKind } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import type { MeasureType } from './auditVocabulary.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import type { FindingId, MeasureId } from './entityIds.ts'
import { dotsOf } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'

export type Schedule = {
  readonly [K in ScheduleKind]: { readonly kind: K; readonly body: AuditBodies[K] }
}[ScheduleKind]

/** A finding's measures in their order, without the removed ones. */
export function measuresOf(audit: Audit, finding: FindingId): readonly Measure[] {
  return [...audit.measures.values()]
    .filter((measure) => measure.existence !== 'removed' && findingOfMeasure(measure) === finding)
    .sort((a, b) => (placeOf(a)?.position ?? 0) - (placeOf(b)?.position ?? 0) || (a.id < b.id ? -1 : 1))
}

/** Also of a measure that was removed while another tablet edited it. */
function findingOfMeasure(measure: Measure): FindingId | undefined {
  return placeOf(measure)?.finding ?? measure.removedFrom
}

export function placeOf(measure: Measure): AuditBodies['measure-placed'] | undefined {
  return measure.place.values[0]?.content.body
}

/** Adds an empty measure at the end of the finding's list. */
export function decideAddMeasure(
  audit: Audit,
  finding: FindingId,
  wish: { id: MeasureId; type: MeasureType; text: string },
): readonly AuditDraft[] {
  const position = Math.max(0, ...measuresOf(audit, finding).map((measure) => placeOf(measure)?.position ?? 0)) + 1
  return [
    firstDraft(wish.id, 'measure-placed', { finding, type: wish.type, position }),
    firstDraft(wish.id, 'measure-worded', { text: wish.text }),
  ]
}

export function decidePlaceMeasure(measure: Measure, place: AuditBodies['measure-placed']): readonly AuditDraft[] {
  return draftFor({ entity: measure.id, register: measure.place }, 'measure-placed', place)
}

export function decideWordMeasure(measure: Measure, text: string): readonly AuditDraft[] {
  return draftFor({ entity: measure.id, register: measure.text }, 'measure-worded', { text })
}

/** Class and date travel together, so a merge cannot call a measure done on a planned date. */
export function decideScheduleMeasure(measure: Measure, schedule: Schedule): readonly AuditDraft[] {
  const sight = { entity: measure.id, register: measure.schedule }
  switch (schedule.kind) {
    case 'measure-completed':
      return draftFor(sight, schedule.kind, schedule.body)
    case 'measure-planned':
      return draftFor(sight, schedule.kind, schedule.body)
    case 'measure-considered':
      return draftFor(sight, schedule.kind, schedule.body)
    case 'measure-declined':
      return draftFor(sight, schedule.kind, schedule.body)
  }
}

export function decideRemoveMeasure(measure: Measure, entity: EntityState): readonly AuditDraft[] {
  const finding = findingOfMeasure(measure) ?? null
  return [{ kind: 'measure-removed', entity: entity.id, supersedes: dotsOf(entity), body: { finding } }]
}
