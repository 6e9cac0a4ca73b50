import { expect, test } from 'vitest'
import { fiscalYearOf } from '../../../../src/domain/calendar/fiscalYearOf.ts'
import { formatFiscalYear } from '../../../../src/domain/calendar/formatFiscalYear.ts'
import { day, month } from '../../../support/day.ts'

test.each([
  ['2023-04-01', '令和５年度', 'FY2023'],
  ['2024-03-31', '令和５年度', 'FY2023'],
  ['2024-04-01', '令和６年度', 'FY2024'],
  ['2019-04-01', '令和元年度', 'FY2019'],
  ['2019-03-31', '平成30年度', 'FY2018'],
  ['1989-03-31', '昭和63年度', 'FY1988'],
  ['1989-04-01', '平成元年度', 'FY1989'],
])('%s falls into %s', (iso, japanese, english) => {
  expect(formatFiscalYear(fiscalYearOf(day(iso)), 'ja', 'report')).toBe(japanese)
  expect(formatFiscalYear(fiscalYearOf(day(iso)), 'en', 'report')).toBe(english)
})

test('a month has a fiscal year too', () => {
  expect(fiscalYearOf(month('2024-03'))).toBe(2023)
})
