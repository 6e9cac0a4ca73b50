// The nearest day on which the unit means to have done something about a finding.
import type { Audit } from './Audit.ts'
import type { FindingId } from './entityIds.ts'
import { measuresOf } from './measure.ts'
import { compareDates } from '../calendar/compareDates.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { settledValue } from '../oplog/Register.ts'

export function nextPlannedOf(audit: Audit, finding: FindingId): DayOrMonth | undefined {
  return measuresOf(audit, finding)
    .flatMap(({ schedule }) => {
      const settled = settledValue(schedule)
      return settled?.kind === 'measure-planned' && settled.body.plannedOn !== null ? [settled.body.plannedOn] : []
    })
    .sort(compareDates)[0]
}
