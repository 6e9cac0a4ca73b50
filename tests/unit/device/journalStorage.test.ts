import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPageJournal, listJournals, removeJournal } from '../../../src/device/journalStorage.ts'
import { mayReload } from '../../../src/device/reloadOnce.ts'

/** As a browser has it: texts by name, in no order, refused when full. */
function aStorage(mostCharacters = Infinity) {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (name: string) => texts.get(name) ?? null,
    removeItem: (name: string) => texts.delete(name),
    setItem(name: string, text: string) {
      if (text.length > mostCharacters) throw new DOMException('full', 'QuotaExceededError')
      texts.set(name, text)
    },
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', aStorage())
  vi.stubGlobal('sessionStorage', aStorage())
})
afterEach(() => vi.unstubAllGlobals())

test('every page has a journal of its own, and the next start finds all of them', () => {
  localStorage.setItem('genba.device', 'tablet-a')
  const [one, two] = [createPageJournal('one'), createPageJournal('two')]
  one.write('一')
  one.write('一二')
  two.write('三')
  expect(listJournals()).toEqual([
    { name: 'genba.journal.one', text: '一二' },
    { name: 'genba.journal.two', text: '三' },
  ])
})

test('a journal that was written on since it was read is not removed', () => {
  const page = createPageJournal('one')
  page.write('一')
  const [stored] = listJournals()
  page.write('一二')
  if (stored !== undefined) removeJournal(stored)
  expect(listJournals()).toHaveLength(1)
  listJournals().forEach(removeJournal)
  expect(listJournals()).toEqual([])
})

test('a journal that the storage does not take in is told, so that the page stays open', () => {
  vi.stubGlobal('localStorage', aStorage(3))
  const page = createPageJournal('one')
  page.write('一')
  expect(page.isKept()).toBe(true)
  page.write('一二三四')
  expect(page.isKept()).toBe(false)
})

test('without any storage there are no journals', () => {
  vi.stubGlobal('localStorage', undefined)
  const page = createPageJournal('one')
  page.write('一')
  expect([page.isKept(), listJournals()]).toEqual([false, []])
})

test('a page loads itself anew once within a minute, and never where nothing remembers it', () => {
  expect(mayReload(1_000_000)).toBe(true)
  sessionStorage.setItem('genba.reloadedAt', '1000000')
  expect(mayReload(1_059_000)).toBe(false)
  expect(mayReload(1_061_000)).toBe(true)
  vi.stubGlobal('sessionStorage', undefined)
  expect(mayReload(1_000_000)).toBe(false)
})
