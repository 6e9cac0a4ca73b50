import { expect, test } from 'vitest'
import { deedOf, keyTable, type KeyPress } from '../../../../../src/app/components/keys/keyTable.ts'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    hasControl: false,
    hasShift: false,
    hasAlt: false,
    isRepeated: false,
    isComposing: false,
    isInText: false,
    ...more,
  }
}

test.each([
  ['1', 'conforming'],
  ['2', 'nonconforming'],
  ['3', 'partial'],
  ['4', 'not-applicable'],
  ['j', 'next'],
  ['k', 'previous'],
  ['n', 'nextUnanswered'],
  ['e', 'note'],
  ['p', 'attach'],
  ['f', 'finding'],
  ['/', 'search'],
  ['Escape', 'close'],
])('%s means %s', (key, deed) => {
  expect(deedOf(press(key), true)).toBe(deed)
})

test('letters mean the same with Caps Lock, and nothing with Shift', () => {
  expect(deedOf(press('J'), true)).toBe('next')
  expect(deedOf(press('J', { hasShift: true }), true)).toBeUndefined()
  expect(deedOf(press('?', { hasShift: true }), true)).toBe('keys')
})

test('undo and confirm want Ctrl or ⌘, and the others stay away from it', () => {
  expect(deedOf(press('z', { hasControl: true }), true)).toBe('undo')
  expect(deedOf(press('Enter', { hasControl: true }), true)).toBe('confirm')
  expect(deedOf(press('z'), true)).toBeUndefined()
  expect(deedOf(press('Enter'), true)).toBeUndefined()
  for (const key of ['1', 'f', 'p', 'n', 'e', '/'])
    expect(deedOf(press(key, { hasControl: true }), true)).toBeUndefined()
  expect(deedOf(press('z', { hasControl: true, hasShift: true }), true)).toBeUndefined()
})

test('in a text only confirm and close mean something, and nothing while it is being composed', () => {
  const inText = keyTable.filter(({ key, isWithControl }) =>
    deedOf(press(key, { isInText: true, hasControl: isWithControl ?? false }), true),
  )
  expect(inText.map(({ deed }) => deed)).toEqual(['confirm', 'close'])
  for (const { key, isWithControl } of keyTable)
    expect(deedOf(press(key, { isComposing: true, hasControl: isWithControl ?? false }), true)).toBeUndefined()
})

test('single characters can be turned off; what needs Ctrl and Esc stays', () => {
  const left = keyTable.filter(({ key, isWithControl }) =>
    deedOf(press(key, { hasControl: isWithControl ?? false }), false),
  )
  expect(left.map(({ deed }) => deed)).toEqual(['undo', 'confirm', 'close'])
})

test('a key held down answers once, and goes on from question to question', () => {
  expect(deedOf(press('1', { isRepeated: true }), true)).toBeUndefined()
  expect(deedOf(press('j', { isRepeated: true }), true)).toBe('next')
})

test('no two deeds have the same key', () => {
  const presses = keyTable.map(({ key, isWithControl }) => `${isWithControl === true ? 'ctrl ' : ''}${key}`)
  expect(new Set(presses).size).toBe(presses.length)
})
