import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, watch, type EffectScope } from 'vue'
import { useRowsInTurn } from '../../../../src/app/composables/useRowsInTurn.ts'
import { builtinTemplates } from '../../../../src/domain/template/builtinTemplates.ts'
import { questionPlaces } from '../../../../src/domain/audit/progressOf.ts'
import { must } from '../../../../src/domain/must.ts'

const places = questionPlaces(builtinTemplates)
const rows = places.slice(0, 20).map(({ question }) => question.id)
const placeAt = (index: number) => must(places[index], 'a question')

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function inTurn(at: number) {
  const index = ref(at)
  const shown = () => ({ section: '1', rows, open: placeAt(index.value) })
  const turn = must(
    scope.run(() => useRowsInTurn(shown, () => placeAt(index.value).question.id)),
    'the rows',
  )
  return { index, ...turn }
}

test('the rows around the open one are drawn at once, then its inside, then all the others', async () => {
  const { drawn, inside } = inTurn(10)
  expect([...drawn.value].sort()).toEqual(rows.slice(9, 14).sort())
  expect(inside.value).toBeUndefined()
  await vi.advanceTimersByTimeAsync(120)
  expect(inside.value).toBe(placeAt(10))
  expect(drawn.value.size).toBeLessThan(rows.length)
  await vi.advanceTimersByTimeAsync(5_000)
  expect([...drawn.value].sort()).toEqual([...rows].sort())
})

test('who goes on before that has the inside of the question gone to, and no row is drawn anew', async () => {
  const { index, drawn, inside } = inTurn(0)
  const seen: unknown[] = []
  scope.run(() => watch(inside, (place) => seen.push(place), { flush: 'sync' }))
  index.value = 15
  await nextTick()
  expect([...drawn.value]).toEqual(expect.arrayContaining([...rows.slice(0, 4), ...rows.slice(14, 19)]))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(seen).toEqual([placeAt(15)])
  expect(drawn.value.size).toBe(rows.length)
})
