import { describe, expect, test } from 'vitest'
import { formatWareki } from '../../../../src/domain/calendar/formatWareki.ts'
import { day, month } from '../../../support/day.ts'

describe('formatWareki', () => {
  test.each([
    ['2024-03-07', '令和６年３月７日', '令和6年3月7日', '7 March 2024'],
    ['2024-04-22', '令和６年４月22日', '令和6年4月22日', '22 April 2024'],
    ['2023-11-17', '令和５年11月17日', '令和5年11月17日', '17 November 2023'],
    ['2019-05-01', '令和元年５月１日', '令和元年5月1日', '1 May 2019'],
    ['2019-04-30', '平成31年４月30日', '平成31年4月30日', '30 April 2019'],
    ['1989-01-07', '昭和64年１月７日', '昭和64年1月7日', '7 January 1989'],
    ['1989-01-08', '平成元年１月８日', '平成元年1月8日', '8 January 1989'],
    ['1926-12-24', '大正15年12月24日', '大正15年12月24日', '24 December 1926'],
    ['1926-12-25', '昭和元年12月25日', '昭和元年12月25日', '25 December 1926'],
    ['1912-07-29', '明治45年７月29日', '明治45年7月29日', '29 July 1912'],
    ['1912-07-30', '大正元年７月30日', '大正元年7月30日', '30 July 1912'],
    ['1868-10-23', '明治元年10月23日', '明治元年10月23日', '23 October 1868'],
    ['2024-02-29', '令和６年２月29日', '令和6年2月29日', '29 February 2024'],
  ])('%s is %s in a report', (iso, report, ui, english) => {
    expect(formatWareki(day(iso), 'ja', 'report')).toBe(report)
    expect(formatWareki(day(iso), 'ja', 'ui')).toBe(ui)
    expect(formatWareki(day(iso), 'en', 'report')).toBe(english)
  })

  test('a month is given without a day', () => {
    expect(formatWareki(month('2024-03'), 'ja', 'report')).toBe('令和６年３月')
    expect(formatWareki(month('2024-03'), 'ja', 'ui')).toBe('令和6年3月')
    expect(formatWareki(month('2024-03'), 'en', 'ui')).toBe('March 2024')
  })

  test('a month in which the era changed belongs to the new era', () => {
    expect(formatWareki(month('1989-01'), 'ja', 'report')).toBe('平成元年１月')
    expect(formatWareki(month('2019-04'), 'ja', 'report')).toBe('平成31年４月')
    expect(formatWareki(month('1868-10'), 'ja', 'report')).toBe('明治元年10月')
  })
})
