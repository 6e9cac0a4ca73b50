import { describe, expect, test } from 'vitest'
import { parseWareki } from '../../../../src/domain/calendar/parseWareki.ts'

describe('parseWareki', () => {
  test.each([
    ['令和6年3月7日', '2024-03-07'],
    ['令和６年３月７日', '2024-03-07'],
    ['令和 6 年 3 月 7 日', '2024-03-07'],
    ['　令和６年　３月　７日 ', '2024-03-07'],
    ['㋿6年3月7日', '2024-03-07'],
    ['令6.3.7', '2024-03-07'],
    ['R6.3.7', '2024-03-07'],
    ['r6/3/7', '2024-03-07'],
    ['Ｒ６．３．７', '2024-03-07'],
    ['R6-03-07', '2024-03-07'],
    ['R6ー3ー7', '2024-03-07'],
    ['2024年3月7日', '2024-03-07'],
    ['２０２４年３月７日', '2024-03-07'],
    ['2024/3/7', '2024-03-07'],
    ['2024-03-07', '2024-03-07'],
    ['２０２４－０３－０７', '2024-03-07'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['M元.10.23', '1868-10-23'],
    ['明治6年1月1日', '1873-01-01'],
    ['T15.12.24', '1926-12-24'],
    ['大正元年7月30日', '1912-07-30'],
    ['S20/8/15', '1945-08-15'],
    ['昭39.10.10', '1964-10-10'],
    ['H7.1.17', '1995-01-17'],
  ])('%s is the day %s', (typed, day) => {
    expect(parseWareki(typed)).toEqual({ ok: true, value: day })
  })

  test.each([
    ['令和6年3月', '2024-03'],
    ['令和５年11月分', '2023-11'],
    ['R6.3', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024年3月', '2024-03'],
  ])('%s is the month %s', (typed, month) => {
    expect(parseWareki(typed)).toEqual({ ok: true, value: month })
  })

  test.each([
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
  ])('%s lies at the border of its era and is %s', (typed, day) => {
    expect(parseWareki(typed)).toEqual({ ok: true, value: day })
  })

  test.each([
    ['平成31年6月', '2019-06'],
    ['平成31年12月31日', '2019-12-31'],
    ['令和元年4月1日', '2019-04-01'],
    ['昭和64年3月31日', '1989-03-31'],
  ])('%s is outside its era but in a year of that name, so it is taken as %s', (typed, meant) => {
    expect(parseWareki(typed)).toEqual({ ok: true, value: meant })
  })

  test('平成32年 is refused with the end of the era and the date it would be', () => {
    expect(parseWareki('平成32年3月31日')).toEqual({
      ok: false,
      error: { code: 'era-over', era: 'heisei', lastDay: '2019-04-30', meant: '2020-03-31' },
    })
  })

  test.each([
    ['令和6年2月30日', { code: 'no-such-day', month: 2, lastDay: 29 }],
    ['令和5年2月29日', { code: 'no-such-day', month: 2, lastDay: 28 }],
    ['2100/2/29', { code: 'no-such-day', month: 2, lastDay: 28 }],
    ['R6.4.31', { code: 'no-such-day', month: 4, lastDay: 30 }],
    ['R6.4.0', { code: 'no-such-day', month: 4, lastDay: 30 }],
    ['R6.13.1', { code: 'no-such-month' }],
    ['令和0年5月1日', { code: 'no-such-year' }],
    ['0000-01-01', { code: 'no-such-year' }],
    ['6/3/7', { code: 'era-missing' }],
    ['元年5月1日', { code: 'era-missing' }],
    ['24年3月7日', { code: 'era-missing' }],
    ['1868-10-22', { code: 'before-meiji' }],
    ['明治元年9月', { code: 'before-meiji' }],
    ['3月7日', { code: 'not-a-date' }],
    ['令和6年3月7', { code: 'not-a-date' }],
    ['2024-3/7', { code: 'not-a-date' }],
    ['2024 3 7', { code: 'not-a-date' }],
    ['R6.3.7以降', { code: 'not-a-date' }],
    ['', { code: 'not-a-date' }],
  ])('%s is refused', (typed, error) => {
    expect(parseWareki(typed)).toEqual({ ok: false, error })
  })

  test.each(['2024-02-29', '2000-02-29', 'R6.2.29'])('%s is a leap day', (typed) => {
    expect(parseWareki(typed)).toMatchObject({ ok: true })
  })
})
