import { describe, expect, test } from 'vitest'
import { formatWarekiRange } from '../../../../src/domain/calendar/formatWarekiRange.ts'
import { day, month } from '../../../support/day.ts'

describe('formatWarekiRange', () => {
  test.each([
    ['2024-01-15', '2024-01-26', '令和６年１月15日～26日', '15–26 January 2024'],
    ['2024-01-15', '2024-02-03', '令和６年１月15日～２月３日', '15 January – 3 February 2024'],
    ['2023-12-28', '2024-01-05', '令和５年12月28日～令和６年１月５日', '28 December 2023 – 5 January 2024'],
    ['2019-04-20', '2019-05-10', '平成31年４月20日～令和元年５月10日', '20 April – 10 May 2019'],
    ['2024-01-15', '2024-01-15', '令和６年１月15日', '15 January 2024'],
  ])('%s to %s is %s', (from, to, japanese, english) => {
    const range = { from: day(from), to: day(to) }
    expect(formatWarekiRange(range, 'ja', 'report')).toBe(japanese)
    expect(formatWarekiRange(range, 'en', 'report')).toBe(english)
  })

  test.each([
    ['2023-11', '2023-12', '令和５年11月～12月', 'November–December 2023'],
    ['2023-11', '2024-01', '令和５年11月～令和６年１月', 'November 2023 – January 2024'],
  ])('the months %s to %s are %s', (from, to, japanese, english) => {
    const range = { from: month(from), to: month(to) }
    expect(formatWarekiRange(range, 'ja', 'report')).toBe(japanese)
    expect(formatWarekiRange(range, 'en', 'report')).toBe(english)
  })

  test('from a day to a month of the same year keeps the month, even the same one', () => {
    expect(formatWarekiRange({ from: day('2024-01-15'), to: month('2024-01') }, 'ja', 'ui')).toBe('令和6年1月15日～1月')
    expect(formatWarekiRange({ from: day('2024-01-15'), to: month('2024-02') }, 'en', 'ui')).toBe(
      '15 January – February 2024',
    )
  })

  test('on a screen the digits are half-width', () => {
    expect(formatWarekiRange({ from: day('2024-01-05'), to: day('2024-01-09') }, 'ja', 'ui')).toBe('令和6年1月5日～9日')
  })
})
