// An audit as its kept summary tells it, with only what a test is about written down.
import { newFindingId } from '../../src/domain/audit/entityIds.ts'
import { parseAuditSummary, type AuditSummary } from '../../src/domain/audit/AuditSummary.ts'
import type { FindingSummary, MeasureSummary } from '../../src/domain/audit/FindingSummary.ts'
import { must } from '../../src/domain/must.ts'
import type { StreamId } from '../../src/domain/oplog/Dot.ts'
import type { SummarisedAudit } from '../../src/domain/overview/selectAudits.ts'

type Written<Row> = Partial<Row>

export interface WrittenAudit extends Partial<Omit<AuditSummary, 'findings' | 'measures'>> {
  readonly findings?: readonly Written<FindingSummary>[]
  readonly measures?: readonly Written<MeasureSummary>[]
}

/** Findings are numbered as they stand; a measure belongs to the first one unless it says otherwise. */
export function aSummarisedAudit(
  name: string,
  { findings = [], measures = [], ...written }: WrittenAudit = {},
): SummarisedAudit {
  const none = { conforming: 0, partial: 0, nonconforming: 0, 'not-applicable': 0, 'not-checked': 0 }
  const summary = {
    subject: `${name}の監査`,
    unit: '健康局',
    reportNo: '',
    team: [],
    state: 'reported',
    visitOn: null,
    noticeOn: null,
    progress: { total: 0, answered: 0, unanswered: 0, conflicts: 0, byJudgement: none },
    next: null,
    chapter: 1,
    fiscalYear: 2024,
    media: { present: 0, unregistered: 0 },
    conflicts: 0,
    signOff: 'open',
    late: 0,
    due: { items: [], duties: [] },
    issued: [],
    ...written,
    findings: findings.map((finding, index) => ({
      finding: newFindingId(`${name}-${String(index)}`),
      item: index + 1,
      subject: '媒体の管理',
      demand: 'improve',
      class: 'finding',
      severity: null,
      stage: 'reported',
      raisedOn: '2024-05-01',
      dueOn: null,
      ...finding,
    })),
    measures: measures.map((measure) => ({
      item: 1,
      class: 'planned',
      on: null,
      isVerified: false,
      verifiedOn: null,
      ...measure,
    })),
  }
  return { stream: `audit-${name}` as StreamId, summary: must(parseAuditSummary(summary), 'a summary that parses') }
}
