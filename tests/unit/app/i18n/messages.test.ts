import { expect, test } from 'vitest'
import { enFirstMessages } from '../../../../src/app/i18n/enFirstMessages.ts'
import { enMessages } from '../../../../src/app/i18n/enMessages.ts'
import { jaFirstMessages } from '../../../../src/app/i18n/jaFirstMessages.ts'
import { jaMessages } from '../../../../src/app/i18n/jaMessages.ts'

/** Every text with its dotted key. */
function textsOf(messages: unknown, path = ''): [key: string, text: string][] {
  if (typeof messages === 'string') return [[path, messages]]
  return Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) =>
    textsOf(value, path === '' ? key : `${path}.${key}`),
  )
}

const ja = new Map(textsOf({ ...jaFirstMessages, ...jaMessages }))
const en = new Map(textsOf({ ...enFirstMessages, ...enMessages }))

/** Plural forms differ between the languages; what they are about does not. */
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

test('every Japanese text has an English one', () => {
  expect([...ja.keys()].filter((key) => !en.has(key))).toEqual([])
})

test('every English text has a Japanese one', () => {
  expect([...en.keys()].filter((key) => !ja.has(key))).toEqual([])
})

test('both languages fill in the same values', () => {
  const differing = [...ja].filter(([key, text]) => {
    const [mine, theirs] = [placeholders(text), placeholders(en.get(key) ?? '')]
    return JSON.stringify(mine) !== JSON.stringify(theirs)
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

test('no text is empty', () => {
  expect([...ja, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})
