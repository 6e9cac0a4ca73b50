import { expect, test } from 'vitest'
import {
  incidentKinds,
  incidentWays,
  type IncidentWords,
} from '../../../../../src/app/components/incident/IncidentText.ts'
import { incidentWordsEn } from '../../../../../src/app/components/incident/incidentWordsEn.ts'
import { incidentWordsJa } from '../../../../../src/app/components/incident/incidentWordsJa.ts'

const languages = [
  ['Japanese', incidentWordsJa],
  ['English', incidentWordsEn],
] as const

function everyText(words: IncidentWords): readonly string[] {
  const kinds = incidentKinds.flatMap((kind) => {
    const { title, what, safe, todo } = words.kinds[kind]
    return [title, what, todo, ...safe]
  })
  return [...kinds, ...incidentWays.map((way) => words.ways[way]), words.safeTitle, words.todoTitle]
}

test.each(languages)('in %s every incident says what happened, what is safe and what to do', (_, words) => {
  expect(everyText(words).filter((text) => text.trim() === '')).toEqual([])
  for (const kind of incidentKinds) expect(words.kinds[kind].safe.length).toBeGreaterThan(0)
})

test.each(languages)('in %s no word of the machine’s is used', (_, words) => {
  const machine = /IndexedDB|database|データベース|レコード|キュー|例外|exception|fatal|chunk|cache|キャッシュ/i
  expect(everyText(words).filter((text) => machine.test(text))).toEqual([])
})

test('counts are said as people say them', () => {
  expect(incidentWordsJa.loss.entries(120)).toBe('120件')
  expect([1, 2].map(incidentWordsEn.loss.entries)).toEqual(['1 entry', '2 entries'])
})
