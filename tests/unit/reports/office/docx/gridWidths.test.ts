import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridWidths } from '../../../../../src/reports/office/docx/gridWidths.ts'

test('the columns of any table add up to its width', () => {
  const percents = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(percents, fc.integer({ min: 1_000, max: 20_000 }), (columns, width) => {
      expect(gridWidths(columns, width).reduce((sum, each) => sum + each, 0)).toBe(width)
    }),
  )
})
