import { expect, test } from 'vitest'
import { isShortFact, isShortRow } from '../../../src/reports/isShortRow.ts'
import { plainParagraph, shortCell, textCell } from '../../../src/reports/paragraphs.ts'

const columns = [
  { label: ['番号'], width: 10 },
  { label: ['内容'], width: 90 },
]

test.each([
  ['one line each', true, [textCell('１'), textCell('適合')]],
  ['a date in pieces', true, [shortCell(['令和６年', '２月７日']), textCell('')]],
  ['a few lines of a wide column', true, [textCell('１'), textCell('文'.repeat(200))]],
  ['as much text in a narrow column', false, [textCell('文'.repeat(200)), textCell('')]],
  ['many paragraphs', false, [textCell('１'), { paragraphs: Array.from({ length: 7 }, () => plainParagraph('行')) }]],
] as const)('%s: no page ends inside the row is %s', (_name, isShort, cells) => {
  expect(isShortRow(cells, columns)).toBe(isShort)
})

test('ASCII takes half the room', () => {
  expect(isShortRow([textCell('a'.repeat(60)), textCell('')], columns)).toBe(true)
  expect(isShortRow([textCell('あ'.repeat(60)), textCell('')], columns)).toBe(false)
})

test('no page ends inside a label with a few lines', () => {
  const fact = (...texts: readonly string[]) => ({ label: '区分', paragraphs: texts.map(plainParagraph) })
  expect(isShortFact(fact('指摘', '改善'))).toBe(true)
  expect(isShortFact(fact())).toBe(true)
  expect(isShortFact(fact('長い文。'.repeat(100)))).toBe(false)
})
