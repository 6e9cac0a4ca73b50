// The issue of the report as it reads: whether it is issued, and which numbers are final.
import type { Audit } from './Audit.ts'
import type { AuditBodies } from './auditKinds.ts'
import type { FindingId } from './entityIds.ts'
import type { RegisterValue } from '../oplog/Register.ts'

export type IssueValue = RegisterValue<'report-issued', AuditBodies>

/** The issue in force; the first of two in dot order where this tablet's own is not yet confirmed and another one was [M15]. */
export function issueOf(audit: Audit): IssueValue | undefined {
  return audit.header.issue.values[0]
}

export function isIssued(audit: Audit): boolean {
  return issueOf(audit) !== undefined
}

/** Finding → its final number. Of a number given twice, which no decider does, the first keeps it. */
export function issuedNumbers(audit: Audit): ReadonlyMap<FindingId, number> {
  const numbers = new Map<FindingId, number>()
  const given = new Set<number>()
  for (const { finding, item } of issueOf(audit)?.content.body.numbers ?? []) {
    if (given.has(item) || numbers.has(finding)) continue
    given.add(item)
    numbers.set(finding, item)
  }
  return numbers
}

/** Whether the finding's number is final. */
export function isNumbered(audit: Audit, finding: FindingId): boolean {
  return issuedNumbers(audit).has(finding)
}
