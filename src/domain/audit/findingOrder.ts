// The order of findings and the numbers that follow from it: provisional until the report is issued, then final for ever [A11].
import type { Audit, Finding } from './Audit.ts'
import { issuedNumbers, issueOf } from './issue.ts'
import type { FindingId } from './entityIds.ts'
import { settledValue } from '../oplog/Register.ts'

/** All findings in the order of their numbers, withdrawn ones included: they keep theirs. */
export function findingsInOrder(audit: Audit): readonly Finding[] {
  const issued = issuedNumbers(audit)
  const numberOf = ({ id }: Finding) => issued.get(id) ?? Number.MAX_SAFE_INTEGER
  return [...audit.findings.values()].sort(
    (a, b) => numberOf(a) - numberOf(b) || positionOf(a) - positionOf(b) || (a.id < b.id ? -1 : 1),
  )
}

/** Finding → its item number. Issued ones are final; the others follow behind the highest ever given, in their order. */
export function findingNumbers(audit: Audit): ReadonlyMap<FindingId, number> {
  const issued = issuedNumbers(audit)
  let last = Math.max(0, ...issued.values())
  return new Map(findingsInOrder(audit).map(({ id }) => [id, issued.get(id) ?? ++last]))
}

export function isWithdrawn(finding: Finding): boolean {
  return settledValue(finding.standing)?.kind === 'finding-withdrawn'
}

/** Why it was withdrawn; empty while it stands. */
export function withdrawalReason(finding: Finding): string {
  const standing = settledValue(finding.standing)
  return standing?.kind === 'finding-withdrawn' ? standing.body.reason : ''
}

/** The chapter under which the report was issued; before that, the one the audit's particulars name. */
export function chapterOf(audit: Audit): number {
  return issueOf(audit)?.content.body.chapter ?? audit.header.chapter.values[0]?.content.body.chapter ?? 1
}

function positionOf(finding: Finding): number {
  return finding.position.values[0]?.content.body.position ?? Number.MAX_SAFE_INTEGER
}
