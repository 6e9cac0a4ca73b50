// Findings and measures in a test, worded so far that they can be approved, issued and verified.
import { day } from './day.ts'
import { sha256ForTests } from './sha256ForTests.ts'
import type { TestDevice } from './TestDevice.ts'
import { valueOf } from './anAudit.ts'
import { decideDescribeAudit } from '../../src/domain/audit/decideDescribeAudit.ts'
import { decideTitleFinding, decideWordFinding } from '../../src/domain/audit/decideFinding.ts'
import { decideIssueReport } from '../../src/domain/audit/decideIssueReport.ts'
import { decideRaiseEmptyFinding } from '../../src/domain/audit/decideRaiseFinding.ts'
import { decideApproveFinding } from '../../src/domain/audit/decideReview.ts'
import { newFindingId, newMeasureId, type FindingId, type MeasureId } from '../../src/domain/audit/entityIds.ts'
import { decideAddMeasure, decideScheduleMeasure, type Schedule } from '../../src/domain/audit/measure.ts'
import { must } from '../../src/domain/must.ts'

export const hash = sha256ForTests

export const findingOf = (device: TestDevice, id: FindingId) => must(device.audit.findings.get(id), 'the finding')
export const measureOf = (device: TestDevice, id: MeasureId) => must(device.audit.measures.get(id), 'the measure')

/** Raised and worded, not approved. */
export function aFinding(device: TestDevice, name: string): FindingId {
  const id = newFindingId(name)
  device.write(decideRaiseEmptyFinding(device.audit, id))
  device.write(decideTitleFinding(findingOf(device, id), { subject: `${name}の更新`, demand: 'rectify' }))
  device.write(decideWordFinding(findingOf(device, id), 'conditions', '５台のうち２台が更新されていなかった。'))
  device.write(decideWordFinding(findingOf(device, id), 'recommendation', '定期的に更新されたい。'))
  return id
}

export function approve(device: TestDevice, id: FindingId): void {
  device.write(valueOf(decideApproveFinding(device.audit, findingOf(device, id), hash)))
}

/** The day of the visit is what an audit of `anAudit` lacks for its report. */
export function visit(device: TestDevice): void {
  device.write(valueOf(decideDescribeAudit(device.audit.header, { visitOn: day('2023-10-24') })))
}

export function issue(device: TestDevice): void {
  device.write(valueOf(decideIssueReport(device.document, hash)))
}

/** One finding in an issued report. */
export function anIssuedFinding(device: TestDevice, name = 'f'): FindingId {
  visit(device)
  const id = aFinding(device, name)
  approve(device, id)
  issue(device)
  return id
}

export function aMeasure(device: TestDevice, finding: FindingId, schedule: Schedule, name = 'm'): MeasureId {
  const id = newMeasureId(name)
  device.write(decideAddMeasure(device.audit, finding, { id, type: 'correction', text: '更新した。' }))
  device.write(decideScheduleMeasure(measureOf(device, id), schedule))
  return id
}

export const doneOn = (on: string): Schedule => ({ kind: 'measure-completed', body: { doneOn: day(on) } })
export const plannedOn = (on: string): Schedule => ({ kind: 'measure-planned', body: { plannedOn: day(on) } })
