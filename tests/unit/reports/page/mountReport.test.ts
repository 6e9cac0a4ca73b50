import { expect, test } from 'vitest'
import { cssString } from '../../../../src/reports/page/mountReport.ts'

test('no report number can leave its CSS string', () => {
  expect(cssString('報告監６の第７号')).toBe('"報告監６の第７号"')
  expect(cssString('a"; color: red; \\')).toBe(String.raw`"a\"; color: red; \\"`)
  expect(cssString('one\r\ntwo')).toBe(String.raw`"one\a two"`)
})
