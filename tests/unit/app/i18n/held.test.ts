import { expect, test } from 'vitest'
import en from '../../../../src/app/i18n/en/held.json' with { type: 'json' }
import enImport from '../../../../src/app/i18n/en/import.json' with { type: 'json' }
import ja from '../../../../src/app/i18n/ja/held.json' with { type: 'json' }
import jaImport from '../../../../src/app/i18n/ja/import.json' with { type: 'json' }
import { quarantineCodes } from '../../../../src/protocol/push.ts'
import { unsentFileProblems } from '../../../../src/protocol/unsentFile.ts'

const codes = [...quarantineCodes, 'fork', 'other']

test.each([
  ['Japanese', ja],
  ['English', en],
] as const)('every reason why the server keeps an entry aside has words and advice in %s', (_, texts) => {
  const told = (words: Readonly<Record<string, string>>) => codes.filter((code) => (words[code] ?? '') === '')
  expect(told(texts.reason)).toEqual([])
  expect(told(texts.advice)).toEqual([])
})

test.each([
  ['Japanese', jaImport.problem],
  ['English', enImport.problem],
] as const)('every problem of a file has a sentence in %s', (_, texts) => {
  expect(Object.keys(texts).sort()).toEqual([...unsentFileProblems].sort())
})
