import { expect, test } from 'vitest'
import { draftOf, ruleOfDraft } from '../../../../../src/app/components/follow-up/dutyDraft.ts'
import type { DutyRule } from '../../../../../src/domain/audit/duty.ts'
import { newFindingId } from '../../../../../src/domain/audit/entityIds.ts'
import { day } from '../../../../support/day.ts'

const finding = newFindingId('f1')
const today = day('2024-04-15')

test('a new duty is due every quarter in May, August, November and February, from today', () => {
  const rule = ruleOfDraft({ ...draftOf(finding, undefined, today), text: '自己点検' })
  const rhythm = { every: 'quarter', months: [2, 5, 8, 11], startsOn: today, endsOn: null }
  expect(rule).toEqual({ finding, measure: null, text: '自己点検', ...rhythm })
})

test('a form that is opened and saved keeps the rule as it is, whatever its rhythm', () => {
  const rules: readonly Pick<DutyRule, 'every' | 'months'>[] = [
    { every: 'month', months: [] },
    { every: 'quarter', months: [3, 9] },
    { every: 'year', months: [6] },
  ]
  for (const rhythm of rules) {
    const rule = {
      finding,
      measure: null,
      text: '研修',
      startsOn: day('2023-04-01'),
      endsOn: day('2025-03-31'),
      ...rhythm,
    }
    expect(ruleOfDraft(draftOf(finding, rule, today))).toEqual(rule)
  }
})

test('without the day on which it begins there is no rule', () => {
  expect(ruleOfDraft({ ...draftOf(finding, undefined, today), startsOn: null })).toBeUndefined()
})
