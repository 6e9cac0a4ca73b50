// An issued finding as the unit's list shows it, kept with the summary so that the list opens no audit.
import type { Audit } from './Audit.ts'
import { dayOrMonth } from './dateParsers.ts'
import { isFindingId } from './entityIds.ts'
import { findingsInOrder, isWithdrawn } from './findingOrder.ts'
import { issuedNumbers } from './issue.ts'
import { nextPlannedOf } from './nextPlannedOf.ts'
import { unitStateOf, unitStates } from './unitStateOf.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { branded, integer, nullOr, oneOf, shape, text, type Parsed } from '../parse/Parser.ts'
import { demands } from '../template/Template.ts'

export const issuedFinding = shape({
  finding: branded(isFindingId),
  item: integer(1),
  subject: text(),
  demand: oneOf(demands),
  state: oneOf(unitStates),
  /** The nearest planned day. */
  plannedOn: nullOr(dayOrMonth),
})

export type IssuedFinding = Parsed<typeof issuedFinding>

/** In the order of their numbers. Withdrawn ones ask the unit for nothing any more. */
export function issuedFindings(audit: Audit, hash: Sha256): readonly IssuedFinding[] {
  const numbers = issuedNumbers(audit)
  if (numbers.size === 0) return []
  return findingsInOrder(audit).flatMap((finding) => {
    const item = numbers.get(finding.id)
    if (item === undefined || isWithdrawn(finding)) return []
    const title = settledValue(finding.title)?.body
    return [
      {
        finding: finding.id,
        item,
        subject: title?.subject ?? '',
        demand: title?.demand ?? 'improve',
        state: unitStateOf(audit, finding, hash),
        plannedOn: nextPlannedOf(audit, finding.id) ?? null,
      },
    ]
  })
}
