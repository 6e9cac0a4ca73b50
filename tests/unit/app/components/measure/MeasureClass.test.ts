import { describe, expect, test } from 'vitest'
import { isAhead, isPast, withClass, withDate } from '../../../../../src/app/components/measure/MeasureClass.ts'
import type { MeasureSchedule } from '../../../../../src/app/components/measure/MeasureClass.ts'
import { must } from '../../../../../src/domain/must.ts'
import { parseDayOrMonth } from '../../../../../src/domain/calendar/parseDayOrMonth.ts'
import { day } from '../../../../support/day.ts'

const on = (text: string) => {
  const parsed = parseDayOrMonth(text)
  return must(parsed.ok ? parsed.value : undefined, text)
}
const today = day('2024-03-07')
const completed = (text: string | null): MeasureSchedule => ({
  measureClass: 'completed',
  on: text === null ? null : on(text),
  reason: '',
})

describe('MeasureClass', () => {
  test('a date of completion that lies ahead becomes a planned one', () => {
    expect(withDate(completed(null), on('2024-03-08'), today)).toEqual({
      kind: 'measure-planned',
      body: { plannedOn: '2024-03-08' },
    })
  })

  test('today can be a date of completion', () => {
    expect(withDate(completed(null), today, today)).toEqual({
      kind: 'measure-completed',
      body: { doneOn: '2024-03-07' },
    })
  })

  test('something done in the running month can be dated by the month', () => {
    expect(isAhead(on('2024-03'), today)).toBe(false)
    expect(isAhead(on('2024-04'), today)).toBe(true)
  })

  test('a planned month is over only after its last day', () => {
    expect(isPast(on('2024-03'), today)).toBe(false)
    expect(isPast(on('2024-02'), today)).toBe(true)
    expect(isPast(today, today)).toBe(false)
  })

  test('a planned date may have passed and stays planned', () => {
    const planned: MeasureSchedule = { measureClass: 'planned', on: on('2024-04-01'), reason: '' }
    expect(withDate(planned, on('2024-03-01'), today)).toEqual({
      kind: 'measure-planned',
      body: { plannedOn: '2024-03-01' },
    })
  })

  test('calling a measure done takes over a past date and asks for one instead of a future date', () => {
    const planned = (text: string): MeasureSchedule => ({ measureClass: 'planned', on: on(text), reason: '' })
    expect(withClass(planned('2024-03-01'), 'completed', today)).toEqual({
      kind: 'measure-completed',
      body: { doneOn: '2024-03-01' },
    })
    expect(withClass(planned('2024-04-01'), 'completed', today)).toEqual({
      kind: 'measure-completed',
      body: { doneOn: null },
    })
  })
})
