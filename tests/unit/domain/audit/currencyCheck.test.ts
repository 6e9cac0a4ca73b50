import { expect, test } from 'vitest'
import { currencyOf, decideRenewMachine } from '../../../../src/domain/audit/currencyCheck.ts'
import { decideJudge, decideMeasureAnswer } from '../../../../src/domain/audit/decideAnswer.ts'
import { draftFinding } from '../../../../src/domain/audit/draftFinding.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import type { DayOrMonth } from '../../../../src/domain/calendar/DayOrMonth.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, listItems, placeOf, refOf } from '../../../support/anAudit.ts'
import { day, month } from '../../../support/day.ts'

const today = day('2023-10-24')

/** Machines by the day of their pattern file and when they were replaced, all failing A02. */
function machines(...ages: readonly (readonly [definition: string | null, renewed: DayOrMonth | null])[]) {
  const tanaka = anAudit()
  const names = ages.map((_, index) => `端末${String(index + 1)}`)
  const ids = listItems(tanaka, 'machines', names)
  const item = (index: number) => must(tanaka.audit.items.get(must(ids[index], 'id')), 'a machine')
  ages.forEach(([definition, renewed], index) => {
    const answer = () => answerOf(tanaka.audit, refOf('A02', ids[index]))
    if (definition !== null) tanaka.write(decideMeasureAnswer(answer(), { type: 'date', on: day(definition) }))
    tanaka.write(decideJudge(answer(), 'nonconforming'))
    tanaka.write(decideRenewMachine(item(index), renewed))
  })
  const conditions = (language: 'ja' | 'en') =>
    draftFinding([placeOf('A02')], { audit: tanaka.audit, language, today }).conditions
  return { currency: (index = 0, on = today) => currencyOf(tanaka.audit, item(index), on), conditions }
}

test('a pattern file is so many days old, over its limit, and so many rounds of the cycle were missed', () => {
  expect(machines(['2022-01-14', month('2022-01')]).currency()).toEqual({
    definitionOn: '2022-01-14',
    ageDays: 648,
    limitDays: 30,
    daysOver: 618,
    renewedOn: '2022-01',
    gapDays: 631,
    nextDueOn: '2023-11',
    missedRounds: 7,
    state: 'over',
  })
})

test.each([
  ['on the last day of the limit it is current', '2023-09-24', 'current', 0],
  ['a day later it is over', '2023-09-23', 'over', 1],
  ['dated after the visit it is current', '2023-11-01', 'current', 0],
])('%s', (_, definition, state, daysOver) => {
  expect(machines([definition, null]).currency()).toMatchObject({ state, daysOver })
})

test('an unknown day is no age', () => {
  const nothing = { ageDays: null, daysOver: null, gapDays: null, missedRounds: null, state: 'unknown' }
  expect(machines([null, month('2022-01')]).currency()).toMatchObject(nothing)
})

test('a machine updated since it was replaced has no gap', () => {
  expect(machines(['2022-02-01', month('2022-01')]).currency().gapDays).toBeNull()
  expect(machines(['2022-01-31', month('2022-01')]).currency().gapDays).toBe(631)
})

test.each([
  ['2023-11-05', '2023-10-20', '2023-11'],
  ['2023-11-05', '2023-11-02', '2024-02'],
  ['2023-12-05', '2023-11-02', '2024-02'],
  ['2023-02-28', '2022-11-02', '2023-02'],
])('on %s, of a file of %s, the next round is %s', (on, definition, next) => {
  expect(machines([definition, null]).currency(0, day(on)).nextDueOn).toBe(next)
})

test('a finding says since which replacement nothing was updated, where that is so of every failing machine', () => {
  const published = machines(['2022-01-14', month('2022-01')], ['2022-01-20', month('2022-01')])
  expect(published.conditions('ja')).toContain('２台のうち２台が令和４年１月の機器更新以降更新されていなかった')
  expect(published.conditions('ja')).toContain('ファイルの日付は令和４年１月14日、監査日現在648日経過')
  expect(published.conditions('en')).toContain('replaced in January 2022')
  const one = machines(['2022-01-14', month('2022-01')], ['2022-05-20', month('2022-01')])
  expect(one.conditions('ja')).toContain('令和４年１月14日以降更新されていなかった')
})
