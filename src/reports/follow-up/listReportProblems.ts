// The check list before printing: what is missing, contradicts itself or waits for a decision, in the order of the report.
import type { Audit, Finding, Measure } from '../../domain/audit/Audit.ts'
import { blank as draftBlank } from '../../domain/audit/DraftingContext.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { isAfter } from '../../domain/calendar/compareDates.ts'
import { must } from '../../domain/must.ts'
import { isInConflict, settledValue } from '../../domain/oplog/Register.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { headerFields, type HeaderField } from './headerFields.ts'
import { listOpenConflicts } from './listOpenConflicts.ts'
import type {
  FindingReference,
  MeasureProblem,
  MeasureProblemCode,
  ReportProblem,
  RequiredPart,
} from './ReportProblem.ts'

/** Conflicts come first: while one is open, the rest may still change. */
export function listReportProblems(audit: Audit, language: Language): readonly ReportProblem[] {
  const numbers = findingNumbers(audit)
  const findings = findingsInOrder(audit).map((finding) => ({
    finding,
    reference: {
      id: finding.id,
      number: findingNumber(chapterOf(audit), must(numbers.get(finding.id), 'number of a finding'), language),
    },
  }))
  const references = new Map(findings.map(({ reference }) => [reference.id, reference]))
  const standing = findings.filter(({ finding }) => !isWithdrawn(finding))
  return [
    ...listOpenConflicts(audit, references),
    ...missingHeaderFields(audit).map((field) => ({ code: 'header-missing' as const, field })),
    ...(standing.length === 0 ? [{ code: 'findings-missing' as const }] : []),
    ...standing.flatMap(({ finding, reference }) => [
      ...problemsOfParts(finding, reference),
      ...problemsOfMeasures(audit, reference),
    ]),
  ]
}

function missingHeaderFields({ header }: Audit): readonly HeaderField[] {
  const isEmpty: Readonly<Record<HeaderField, boolean>> = {
    'report-number': header.reportNo.values.every(({ content }) => content.body.reportNo.trim() === ''),
    subject: header.subject.values.every(({ content }) => content.body.subject.trim() === ''),
    unit: header.unit.values.every(({ content }) => content.body.unit.trim() === ''),
    notice: header.notice.values.every(({ content }) => content.body.receivedOn === null),
  }
  return headerFields.filter((field) => isEmpty[field])
}

function problemsOfParts(finding: Finding, reference: FindingReference): readonly ReportProblem[] {
  const texts: readonly (readonly [RequiredPart, readonly string[]])[] = [
    ['title', finding.title.values.map(({ content }) => content.body.subject)],
    ['lead', finding.parts.lead.values.map(({ content }) => content.body.text)],
    ['conditions', finding.parts.conditions.values.map(({ content }) => content.body.text)],
    ['recommendation', finding.parts.recommendation.values.map(({ content }) => content.body.text)],
  ]
  return texts.flatMap(([part, versions]): readonly ReportProblem[] => {
    if (versions.every((text) => text.trim() === '')) return [{ code: 'part-missing', finding: reference, part }]
    const isBlankLeft = versions.some((text) => Object.values(draftBlank).some((blank) => text.includes(blank)))
    return isBlankLeft ? [{ code: 'blank-left', finding: reference, part }] : []
  })
}

function problemsOfMeasures(audit: Audit, reference: FindingReference): readonly ReportProblem[] {
  const measures = measuresOf(audit, reference.id)
  if (measures.length === 0) return [{ code: 'measures-missing', finding: reference }]
  const notice = settledValue(audit.header.notice)?.body.receivedOn ?? undefined
  return measures.flatMap((measure) =>
    problemCodesOf(measure, notice).map((code): MeasureProblem => ({ code, finding: reference, measure: measure.id })),
  )
}

function problemCodesOf(measure: Measure, notice: CalendarDay | undefined): readonly MeasureProblemCode[] {
  const isWordless = measure.text.values.every(({ content }) => content.body.text.trim() === '')
  const scheduling = scheduleProblemOf(measure, notice)
  return [...(isWordless ? (['measure-text-missing'] as const) : []), ...(scheduling === undefined ? [] : [scheduling])]
}

function scheduleProblemOf({ schedule }: Measure, notice: CalendarDay | undefined): MeasureProblemCode | undefined {
  if (isInConflict(schedule)) return undefined
  const settled = settledValue(schedule)
  if (settled === undefined) return 'schedule-missing'
  switch (settled.kind) {
    case 'measure-completed': {
      const { doneOn } = settled.body
      if (doneOn === null) return 'date-missing'
      // As texts, a month precedes its own days: 令和６年４月 is after a notice only if it began after it.
      return notice !== undefined && doneOn > notice ? 'done-after-notice' : undefined
    }
    case 'measure-planned': {
      const { plannedOn } = settled.body
      if (plannedOn === null) return 'date-missing'
      return notice !== undefined && !isAfter(plannedOn, notice) ? 'planned-before-notice' : undefined
    }
    case 'measure-considered':
    case 'measure-declined':
      return undefined
  }
}
