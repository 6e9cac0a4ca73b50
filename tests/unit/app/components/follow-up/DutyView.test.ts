import { expect, test } from 'vitest'
import { viewDuty } from '../../../../../src/app/components/follow-up/DutyView.ts'
import { decideCompleteOccurrence, decideSetDuty } from '../../../../../src/domain/audit/decideDuty.ts'
import { decideRaiseEmptyFinding } from '../../../../../src/domain/audit/decideRaiseFinding.ts'
import { newDutyId, newFindingId } from '../../../../../src/domain/audit/entityIds.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../../support/anAudit.ts'
import { day, month } from '../../../../support/day.ts'

test('a duty shows what is late, what is near and the month after that; the others are folded away', () => {
  const device = anAudit()
  const [finding, id] = [newFindingId('f1'), newDutyId('d1')]
  const today = day('2024-11-10')
  const rule = { finding, measure: null, text: '点検', every: 'month', months: [], endsOn: null } as const
  device.write(decideRaiseEmptyFinding(device.audit, finding))
  device.write(valueOf(decideSetDuty(device.audit, id, { ...rule, startsOn: day('2024-09-01') })))
  const wish = { month: month('2024-09'), doneOn: day('2024-09-30'), note: '記録済', today }
  device.write(valueOf(decideCompleteOccurrence(device.audit, must(device.audit.duties.get(id), 'the duty'), wish)))
  const view = viewDuty(device.audit, must(device.audit.duties.get(id), 'the duty'), today)
  expect(view?.near.map((each) => [each.month, each.state])).toEqual([
    ['2024-10', 'overdue'],
    ['2024-11', 'due-soon'],
    ['2024-12', 'later'],
  ])
  expect(view?.others[0]).toMatchObject({ month: '2024-09', state: 'done', doneOn: '2024-09-30', note: '記録済' })
})
