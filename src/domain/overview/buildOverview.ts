// The overview of all audits: findings by unit, class, severity and age, measures over time, audits by state. Every finding that fits
// the filter is counted once in each of them [A25].
import { ageBands } from './ageBand.ts'
import { measureFlow, type FlowRhythm, type FlowWindow, type MeasureFlow } from './measureFlow.ts'
import type { OverviewFilter } from './OverviewFilter.ts'
import { selectAudits, type CountedAudit, type CountedFinding, type SummarisedAudit } from './selectAudits.ts'
import { tally, tallyFindings, type Tally } from './tallyFindings.ts'
import { countMeasures, type MeasureCounts } from '../audit/FindingSummary.ts'
import { auditStates, type AuditState } from '../audit/auditVocabulary.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'

export interface Overview {
  /** The latest visits first. */
  readonly audits: readonly CountedAudit[]
  /** What is overdue first, the settled ones last; the oldest first among them. */
  readonly findings: readonly CountedFinding[]
  readonly all: Tally
  /** Most open ones first. */
  readonly byUnit: readonly Tally[]
  readonly byClass: readonly Tally[]
  /** The key of those without one is empty. */
  readonly bySeverity: readonly Tally[]
  /** Of findings that are not settled. */
  readonly byAge: readonly Tally[]
  readonly byState: readonly { readonly state: AuditState; readonly audits: number; readonly findings: number }[]
  readonly measures: MeasureCounts
  readonly flow: MeasureFlow
}

export interface OverviewLook {
  readonly filter: OverviewFilter
  readonly rhythm: FlowRhythm
  readonly window: FlowWindow
  readonly today: CalendarDay
  /** Codes in the organisation's order. */
  readonly classes: readonly string[]
  readonly severities: readonly string[]
}

export function buildOverview(listed: readonly SummarisedAudit[], look: OverviewLook): Overview {
  const audits = selectAudits(listed, look.filter, look.today)
  const findings = audits.flatMap((audit) => audit.findings)
  const measures = findings.flatMap((finding) => finding.measures)
  return {
    audits: [...audits].sort(byVisit),
    findings: [...findings].sort(byUrgency),
    all: tally('', findings),
    byUnit: [...tallyFindings(findings, ({ audit }) => audit.summary.unit)].sort(
      (a, b) => b.open - a.open || b.total - a.total || compare(a.key, b.key),
    ),
    byClass: tallyFindings(findings, (finding) => finding.class, look.classes),
    bySeverity: tallyFindings(findings, ({ severity }) => severity ?? '', [...look.severities, '']),
    byAge: tallyAges(findings),
    byState: auditStates.map((state) => {
      const inState = audits.filter(({ summary }) => summary.state === state)
      return { state, audits: inState.length, findings: inState.reduce((sum, audit) => sum + audit.findings.length, 0) }
    }),
    measures: countMeasures(measures, look.today),
    flow: measureFlow(measures, look),
  }
}

function tallyAges(findings: readonly CountedFinding[]): readonly Tally[] {
  const open = findings.filter(({ age }) => age !== null)
  return tallyFindings(open, ({ age }) => age ?? '', ageBands).filter(
    ({ key, total }) => key !== 'unknown' || total > 0,
  )
}

function byVisit(a: CountedAudit, b: CountedAudit): number {
  return compare(b.summary.visitOn ?? '', a.summary.visitOn ?? '') || compare(a.stream, b.stream)
}

function byUrgency(a: CountedFinding, b: CountedFinding): number {
  return rank(a) - rank(b) || compare(a.raisedOn ?? '', b.raisedOn ?? '') || a.item - b.item
}

function rank({ step, isOverdue }: CountedFinding): number {
  if (step === 'settled') return 2
  return isOverdue ? 0 : 1
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
