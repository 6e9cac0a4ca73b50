// The order of findings and the numbers that follow from it: provisional until the report is issued.
import type { Audit, Finding } from './Audit.ts'
import type { FindingId } from './entityIds.ts'
import { settledValue } from '../oplog/Register.ts'

/** All findings in their order, withdrawn ones included: they keep their number. */
export function findingsInOrder(audit: Audit): readonly Finding[] {
  return [...audit.findings.values()].sort((a, b) => positionOf(a) - positionOf(b) || (a.id < b.id ? -1 : 1))
}

/** Finding → its item number from 1. */
export function findingNumbers(audit: Audit): ReadonlyMap<FindingId, number> {
  return new Map(findingsInOrder(audit).map((finding, index) => [finding.id, index + 1]))
}

export function isWithdrawn(finding: Finding): boolean {
  return settledValue(finding.standing)?.kind === 'finding-withdrawn'
}

export function chapterOf(audit: Audit): number {
  return audit.header.chapter.values[0]?.content.body.chapter ?? 1
}

function positionOf(finding: Finding): number {
  return finding.position.values[0]?.content.body.position ?? Number.MAX_SAFE_INTEGER
}
