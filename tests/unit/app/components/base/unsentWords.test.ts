import { createSSRApp, effectScope, nextTick, ref, type Ref } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useUnsentWords, wordsKeeperKey, type WordsPlace } from '../../../../../src/app/components/base/unsentWords.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A keeper like a tablet's: what is kept outlives the fields. */
function aKeeper() {
  const kept = new Map<string, string>()
  const keyOf = ({ about, field }: WordsPlace) => `${about} ${field}`
  const keep = (place: WordsPlace, words: string) => {
    if (words === '') kept.delete(keyOf(place))
    else kept.set(keyOf(place), words)
  }
  return { kept, keeper: { keep, kept: (place: WordsPlace) => kept.get(keyOf(place)) ?? '' } }
}

function aField({ keeper }: ReturnType<typeof aKeeper>, about: Ref<string> = ref('finding:a')) {
  const app = createSSRApp({}).provide(wordsKeeperKey, keeper)
  const scope = effectScope()
  const words = app.runWithContext(() =>
    scope.run(() => useUnsentWords(() => ({ about: about.value, field: 'return' }))),
  )
  if (words === undefined) throw new Error('no field')
  return { words, leave: () => scope.stop() }
}

test('typed words are kept after a pause, and stand in the field again', () => {
  const tablet = aKeeper()
  const { words } = aField(tablet)
  words.value = '証跡の'
  vi.advanceTimersByTime(200)
  words.value = '証跡の日付が違う'
  vi.advanceTimersByTime(299)
  expect(tablet.kept.size).toBe(0)
  vi.advanceTimersByTime(1)
  expect(aField(tablet).words.value).toBe('証跡の日付が違う')
})

test('a field that is left keeps its words at once; one that is emptied forgets them', () => {
  const tablet = aKeeper()
  const first = aField(tablet)
  first.words.value = '半分'
  first.leave()
  expect(tablet.kept.size).toBe(1)
  const second = aField(tablet)
  second.words.value = ''
  second.leave()
  expect(tablet.kept.size).toBe(0)
})

test('a field that moves on leaves its words where they belong', async () => {
  const tablet = aKeeper()
  const about = ref('finding:a')
  const { words } = aField(tablet, about)
  words.value = 'a'
  about.value = 'finding:b'
  await nextTick()
  expect([words.value, [...tablet.kept]]).toEqual(['', [['finding:a return', 'a']]])
})
