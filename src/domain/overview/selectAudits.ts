// The audits and findings that an overview counts, as seen from a day, out of kept summaries: no audit is opened.
import { ageBandOf, type AgeBand } from './ageBand.ts'
import { asksForFindings, type OverviewFilter } from './OverviewFilter.ts'
import { progressStepOf, type ProgressStep } from './progressStep.ts'
import type { AuditSummary } from '../audit/AuditSummary.ts'
import { isOverdueFinding, type FindingSummary, type MeasureSummary } from '../audit/FindingSummary.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import type { StreamId } from '../oplog/Dot.ts'

export interface SummarisedAudit {
  readonly stream: StreamId
  readonly summary: AuditSummary
}

export interface CountedFinding extends FindingSummary {
  readonly audit: SummarisedAudit
  readonly step: ProgressStep
  /** Null once it is settled: it ages no more. */
  readonly age: AgeBand | null
  readonly isOverdue: boolean
  readonly measures: readonly MeasureSummary[]
}

export interface CountedAudit extends SummarisedAudit {
  /** Those that fit the filter. */
  readonly findings: readonly CountedFinding[]
}

/** Audits that fit; asked for findings, those with one that fits [A25]. */
export function selectAudits(
  audits: readonly SummarisedAudit[],
  filter: OverviewFilter,
  today: CalendarDay,
): readonly CountedAudit[] {
  const isOfFindings = asksForFindings(filter)
  return audits
    .filter(({ summary }) => fitsAudit(summary, filter))
    .map((audit) => ({
      ...audit,
      findings: findingsOf(audit, today).filter((finding) => fitsFinding(finding, filter)),
    }))
    .filter(({ findings }) => !isOfFindings || findings.length > 0)
}

function findingsOf(audit: SummarisedAudit, today: CalendarDay): readonly CountedFinding[] {
  const { findings, measures } = audit.summary
  return findings.map((finding) => {
    const step = progressStepOf(finding.stage)
    return {
      ...finding,
      audit,
      step,
      age: step === 'settled' ? null : ageBandOf(finding.raisedOn, today),
      isOverdue: isOverdueFinding(finding, today),
      measures: measures.filter(({ item }) => item === finding.item),
    }
  })
}

function fitsAudit({ fiscalYear, unit, state }: AuditSummary, filter: OverviewFilter): boolean {
  return fits(filter.fiscalYear, fiscalYear) && fits(filter.unit, unit) && fits(filter.state, state)
}

function fitsFinding(finding: CountedFinding, filter: OverviewFilter): boolean {
  return (
    fits(filter.class, finding.class) &&
    fits(filter.severity, finding.severity ?? '') &&
    fits(filter.demand, finding.demand) &&
    fits(filter.step, finding.step) &&
    fits(filter.age, finding.age) &&
    (!filter.isOverdue || finding.isOverdue)
  )
}

function fits<Value>(wanted: Value | null, value: Value | null): boolean {
  return wanted === null || wanted === value
}
