// What somebody had before their eyes when they approved, confirmed, submitted, verified or published it, as one hash: any later edit makes another.
// Of these texts nothing is ever added, left out or reordered, or every signature of the past would read as voided.
import type { Audit, Finding, Measure } from './Audit.ts'
import { measuresOf, placeOf } from './measure.ts'
import type { Schedule } from './measure.ts'
import { isInConflict } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'

/** Of what is printed of a finding and of what its working paper says. A conflict counts with all its versions. */
export function findingContentHash(_audit: Audit, finding: Finding, hash: Sha256): string {
  const { parts } = finding
  return hash(
    JSON.stringify([
      'finding',
      values(finding.title, ({ subject, demand }) => [subject, demand]),
      values(finding.class, (body) => body.class),
      ...[parts.lead, parts.conditions, parts.criteria, parts.recommendation, parts.cause, parts.effect].map((part) =>
        values<{ readonly text: string }>(part, ({ text }) => text),
      ),
    ]),
  )
}

/** Of all measures of a finding, in their order. */
export function measuresContentHash(audit: Audit, finding: Finding, hash: Sha256): string {
  return hash(
    JSON.stringify(['measures', measuresOf(audit, finding.id).map((measure) => [measure.id, contentOf(measure)])]),
  )
}

export function measureContentHash(_audit: Audit, measure: Measure, hash: Sha256): string {
  return hash(JSON.stringify(['measure', contentOf(measure)]))
}

/** Of what the follow-up report prints of a finding and of its measures, and of nothing else. */
export function printedContentHash(audit: Audit, finding: Finding, hash: Sha256): string {
  const { title, class: classed, parts } = finding
  return hash(
    JSON.stringify([
      'printed',
      values(title, ({ subject, demand }) => [subject, demand]),
      values(classed, (body) => body.class),
      ...[parts.lead, parts.conditions, parts.recommendation].map((part) =>
        values<{ readonly text: string }>(part, ({ text }) => text),
      ),
      measuresOf(audit, finding.id).map(({ text, schedule }) => [
        values(text, (body) => body.text),
        schedule.values.map(({ content }) => printedSchedule(content)),
      ]),
    ]),
  )
}

/** Why something is not done is no matter of the report. */
function printedSchedule(schedule: Schedule): unknown {
  return schedule.kind === 'measure-declined' ? ['declined'] : scheduleOf(schedule)
}

function contentOf(measure: Measure): unknown {
  return [
    placeOf(measure)?.type ?? null,
    values(measure.text, ({ text }) => text),
    measure.schedule.values.map(({ content }) => scheduleOf(content)),
    values(measure.owner, ({ owner }) => owner),
  ]
}

function scheduleOf(schedule: Schedule): unknown {
  switch (schedule.kind) {
    case 'measure-completed':
      return ['completed', schedule.body.doneOn]
    case 'measure-planned':
      return ['planned', schedule.body.plannedOn]
    case 'measure-considered':
      return ['considered']
    case 'measure-declined':
      return ['declined', schedule.body.reason]
  }
}

interface Readable<Body> {
  readonly values: readonly { readonly content: { readonly body: Body } }[]
}

function values<Body>(register: Readable<Body>, read: (body: Body) => unknown): unknown {
  return register.values.map(({ content }) => read(content.body))
}

interface Values {
  readonly values: readonly unknown[]
}

/** Whether something that is printed of the finding has several versions: nobody can stand by that. */
export function hasConflictingContent({ title, class: classed, parts }: Finding): boolean {
  return [title, classed, ...Object.values(parts)].some((register: Values) => isInConflict(register))
}

export function hasConflictingMeasure({ text, schedule, owner, place }: Measure): boolean {
  return [text, schedule, owner, place].some((register: Values) => isInConflict(register))
}
