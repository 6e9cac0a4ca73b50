import { expect, test } from 'vitest'
import { fiscalQuarterOf } from '../../../../src/domain/calendar/fiscalQuarterOf.ts'
import { formatFiscalQuarter } from '../../../../src/domain/calendar/formatFiscalQuarter.ts'
import { day } from '../../../support/day.ts'

test.each([
  ['2023-04-01', '令和５年度第１四半期', 'Q1 FY2023'],
  ['2023-09-30', '令和５年度第２四半期', 'Q2 FY2023'],
  ['2023-12-31', '令和５年度第３四半期', 'Q3 FY2023'],
  ['2024-03-31', '令和５年度第４四半期', 'Q4 FY2023'],
])('%s falls into %s', (iso, japanese, english) => {
  expect(formatFiscalQuarter(fiscalQuarterOf(day(iso)), 'ja', 'report')).toBe(japanese)
  expect(formatFiscalQuarter(fiscalQuarterOf(day(iso)), 'en', 'report')).toBe(english)
})
