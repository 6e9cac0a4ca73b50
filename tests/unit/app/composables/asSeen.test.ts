import { expect, test } from 'vitest'
import { asSeen } from '../../../../src/app/composables/useRegisterWhileTyping.ts'
import type { DeviceId, Dot, PersonId } from '../../../../src/domain/oplog/Dot.ts'
import type { Register } from '../../../../src/domain/oplog/Register.ts'

type Note = Register<'answer-noted', { 'answer-noted': { readonly text: string } }>

const value = (device: string, n: number, text: string): Note['values'][number] => ({
  content: { kind: 'answer-noted', body: { text } },
  dots: [`${device}:${String(n)}` as Dot],
  author: 'person' as PersonId,
  device: device as DeviceId,
  at: '2026-04-10T10:12:00.000Z',
  offset: null,
})
const register = (...values: Note['values'][number][]): Note => ({ values, dots: values.flatMap(({ dots }) => dots) })

const isHere = (device: string) => device === 'here'
const seen =
  (...dots: string[]) =>
  (dot: Dot) =>
    dots.includes(dot)
const texts = ({ values }: Note) => values.map(({ content }) => content.body.text)

test('a version that arrives while a person writes is left out, and so is not replaced by what they write', () => {
  const shown = asSeen(register(value('here', 3, 'mine'), value('there', 9, 'theirs')), seen('here:2'), isHere)
  expect(texts(shown)).toEqual(['mine'])
  expect(shown.dots).toEqual(['here:3'])
})

test('what was there before stays, whoever wrote it', () => {
  const shown = asSeen(register(value('there', 4, 'old'), value('elsewhere', 1, 'new')), seen('there:4'), isHere)
  expect(texts(shown)).toEqual(['old'])
})

test('two versions that were both seen are a conflict all the same', () => {
  const both = register(value('here', 3, 'mine'), value('there', 9, 'theirs'))
  expect(asSeen(both, seen('there:9'), isHere)).toBe(both)
})
