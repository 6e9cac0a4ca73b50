// Measures of an earlier audit, asked about in this one: is it still done?
import type { Audit, CarriedMeasure, Measure } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import type { CarriedOutcome } from './auditVocabulary.ts'
import { draftFor, firstDraft } from './draftFor.ts'
import { carriedEntity } from './entityIds.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { measuresOf } from './measure.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { settledValue } from '../oplog/Register.ts'
import type { StreamId } from '../oplog/Dot.ts'
import { err, ok, type Result } from '../Result.ts'
import type { Language } from '../template/Localised.ts'
import { findingNumber } from '../text/findingNumber.ts'

export type CarriedOrigin = AuditBodies['follow-up-carried']

/** The measures of standing findings of an earlier audit, as they can be asked about elsewhere; declined ones and empty ones are none. */
export function measuresToCarry(
  earlier: Audit,
  { stream, language }: { readonly stream: StreamId; readonly language: Language },
): readonly CarriedOrigin[] {
  const numbers = findingNumbers(earlier)
  const unit = earlier.header.unit.values[0]?.content.body.unit ?? ''
  return findingsInOrder(earlier)
    .filter((finding) => !isWithdrawn(finding))
    .flatMap((finding) => {
      const number = findingNumber(chapterOf(earlier), numbers.get(finding.id) ?? 0, language)
      const title = finding.title.values[0]?.content.body.subject ?? ''
      const place = { stream, finding: finding.id, number, title, unit }
      return measuresOf(earlier, finding.id).flatMap((measure) => {
        const said = saidOf(measure)
        return said === undefined ? [] : [{ ...place, ...said, measure: measure.id }]
      })
    })
}

function saidOf(measure: Measure): { text: string; class: string; on: DayOrMonth | null } | undefined {
  const text = measure.text.values[0]?.content.body.text ?? ''
  const schedule = settledValue(measure.schedule)
  if (text.trim() === '' || schedule?.kind === 'measure-declined') return undefined
  if (schedule?.kind === 'measure-completed') return { text, class: 'done', on: schedule.body.doneOn }
  if (schedule?.kind === 'measure-planned') return { text, class: 'planned', on: schedule.body.plannedOn }
  return { text, class: 'considered', on: null }
}

/** Those that are not carried yet; carried again they would change nothing. */
export function decideCarryFollowUp(audit: Audit, origins: readonly CarriedOrigin[]): readonly AuditDraft[] {
  return origins.flatMap((origin) => {
    const id = carriedEntity(origin)
    const { stream, finding, measure, number, title, unit, text, on } = origin
    if (audit.carried.has(id)) return []
    const body = { stream, finding, measure, number, title, unit, text, class: origin.class, on }
    return [firstDraft(id, 'follow-up-carried', body)]
  })
}

/** Anything but "still done" says how it is, or why nobody looked. */
export function decideCheckFollowUp(
  carried: CarriedMeasure,
  { outcome, note }: { readonly outcome: CarriedOutcome; readonly note: string },
): Result<readonly AuditDraft[], 'note-missing'> {
  if (outcome !== 'kept' && note.trim() === '') return err('note-missing')
  const body = { outcome, note: note.trim() }
  return ok(draftFor({ entity: carried.id, register: carried.result }, 'follow-up-checked', body))
}

/** In the order of the earlier report. */
export function carriedMeasures(audit: Audit): readonly CarriedMeasure[] {
  return [...audit.carried.values()].filter((carried) => originOf(carried) !== undefined).sort(inOrderOfReport)
}

export function originOf(carried: CarriedMeasure): CarriedOrigin | undefined {
  return carried.origin.values[0]?.content.body
}

function inOrderOfReport(a: CarriedMeasure, b: CarriedMeasure): number {
  const [left, right] = [a, b].map((each) => {
    const origin = originOf(each)
    return `${origin?.stream ?? ''} ${String(numberIn(origin?.number ?? '')).padStart(8, '0')}`
  })
  return left === right ? (a.id < b.id ? -1 : 1) : (left ?? '') < (right ?? '') ? -1 : 1
}

/** 2005 of ２（５）: chapter and item, so that ten comes after nine. */
function numberIn(text: string): number {
  const [chapter = 0, item = 0] = text.normalize('NFKC').match(/\d+/g)?.map(Number) ?? []
  return chapter * 1_000 + item
}
