import { expect, test } from 'vitest'
import {
  createCurrencyRows,
  currencyCounts,
  matchesFilter,
  worstFirst,
} from '../../../../../src/app/components/checks/currencyRows.ts'
import { decideJudge, decideMeasureAnswer } from '../../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { anAudit, listItems, refOf } from '../../../../support/anAudit.ts'
import { day } from '../../../../support/day.ts'

const on = day('2024-03-07')

function someMachines() {
  const tanaka = anAudit()
  const machines = listItems(tanaka, 'machines', ['a', 'b', 'c', 'd'])
  const date = (index: number, text: string) =>
    tanaka.write(
      decideMeasureAnswer(answerOf(tanaka.audit, refOf('A02', machines[index])), { type: 'date', on: day(text) }),
    )
  date(0, '2024-03-01')
  date(1, '2024-02-01')
  date(3, '2022-01-14')
  return { tanaka, machines, date }
}

test('the worst machine comes first, then those without a date, then the oldest within the limit', () => {
  const { tanaka, date } = someMachines()
  const rows = createCurrencyRows()
  expect(worstFirst(rows(tanaka.audit, on)).map(({ title }) => title)).toEqual(
    ['4', '2', '3', '1'].map((n) => `machines-${n}`),
  )
  date(2, '2024-02-20')
  expect(worstFirst(rows(tanaka.audit, on)).map(({ title }) => title)).toEqual(
    ['4', '2', '3', '1'].map((n) => `machines-${n}`),
  )
})

test('machines are counted by state, and each filter shows as many as it says', () => {
  const rows = createCurrencyRows()(someMachines().tanaka.audit, on)
  const counts = currencyCounts(rows)
  expect(counts).toEqual({ all: 4, over: 2, unknown: 1, current: 1 })
  for (const filter of ['all', 'over', 'unknown', 'current'] as const)
    expect(rows.filter((row) => matchesFilter(row, filter))).toHaveLength(counts[filter])
})

test('only the row whose machine or answer changed is another, and all of them on another day', () => {
  const { tanaka, machines } = someMachines()
  const rows = createCurrencyRows()
  const before = rows(tanaka.audit, on)
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A02', machines[1])), 'nonconforming'))
  const after = rows(tanaka.audit, on)
  expect(after.map((row, index) => row === before[index])).toEqual([true, false, true, true])
  expect(after[1]).toMatchObject({ judgement: 'nonconforming', daysOver: 5, isInConflict: false })
  expect(rows(tanaka.audit, day('2024-03-08'))[1]).toMatchObject({ daysOver: 6 })
})
