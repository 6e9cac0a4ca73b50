import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readRegisterMapping, writeRegisterMapping } from '../../../src/device/registerMappings.ts'

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('the columns of a form are remembered, the latest assignment for each', () => {
  writeRegisterMapping('one', ['tag', 'name'])
  writeRegisterMapping('two', ['skip', 'tag'])
  writeRegisterMapping('one', ['serial', 'name'])
  expect(readRegisterMapping('one')).toEqual(['serial', 'name'])
  expect(readRegisterMapping('two')).toEqual(['skip', 'tag'])
  expect(readRegisterMapping('three')).toBeUndefined()
})

test('of very many forms the oldest is forgotten', () => {
  for (let form = 0; form < 100; form += 1) writeRegisterMapping(`form ${form}`, ['tag'])
  expect(readRegisterMapping('form 0')).toBeUndefined()
  expect(readRegisterMapping('form 99')).toEqual(['tag'])
})

test('damaged or refused storage remembers nothing and troubles nobody', () => {
  for (const damaged of ['{', '{}', '[1, ["one"], ["one", 2]]']) {
    stored.set('genba.registers', damaged)
    expect(readRegisterMapping('one')).toBeUndefined()
  }
  vi.stubGlobal('localStorage', undefined)
  writeRegisterMapping('one', ['tag'])
  expect(readRegisterMapping('one')).toBeUndefined()
})
