import { expect, test } from 'vitest'
import { formatCount } from '../../../../src/domain/text/formatCount.ts'

test.each([
  [0, '０', '0'],
  [4, '４', '4'],
  [10, '10', '10'],
  [999, '999', '999'],
  [1204, '1,204', '1,204'],
  [1234567, '1,234,567', '1,234,567'],
])('%i is %s in a Japanese report and %s on a screen', (count, report, ui) => {
  expect(formatCount(count, 'ja', 'report')).toBe(report)
  expect(formatCount(count, 'ja', 'ui')).toBe(ui)
})

test('English stays half-width in print', () => {
  expect(formatCount(4, 'en', 'report')).toBe('4')
})
