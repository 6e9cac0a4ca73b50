import { expect, test } from 'vitest'
import { findingNumber } from '../../../../src/domain/text/findingNumber.ts'
import { buildFollowUpReport } from '../../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpWidths } from '../../../../src/reports/follow-up/followUpColumns.ts'
import { followUpAudit } from '../../../fixtures/reports/followUpAudit.ts'

const { rows } = buildFollowUpReport(followUpAudit().audit, 'ja')
const widthsOf = (...numbers: readonly string[]) =>
  followUpWidths({ rows: numbers.flatMap((number) => rows.slice(0, 1).map((row) => ({ ...row, number }))) })

/** Points: an upright A4 page without its margins, and what padding and frames of the column take. */
const [page, frame] = [521, 4.4]
const characterSize = 9.5

test.each([
  [9, 4],
  [60, 5],
  [100, 6],
])('number %i of a chapter fits on one line', (item, characters) => {
  const { number } = widthsOf(findingNumber(2, 1, 'ja'), findingNumber(2, item, 'ja'))
  expect((page * number) / 100).toBeGreaterThanOrEqual(characters * characterSize + frame)
})

test('short numbers keep the columns as published; wider ones leave the whole as wide as the page', () => {
  expect(widthsOf('２（１）')).toEqual(widthsOf())
  expect(widthsOf('2(10)')).toEqual(widthsOf())
  const widths = Object.values(widthsOf('２（１００）'))
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100)
})
