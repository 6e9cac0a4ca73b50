import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPokeHub } from '../../../../src/server/sync/createPokeHub.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('[P9] the first change is told at once, those that follow closely once more at the end', () => {
  const hub = createPokeHub()
  let told = 0
  const stop = hub.listen(() => (told += 1))
  for (let change = 0; change < 10; change += 1) hub.poke()
  expect(told).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(told).toBe(2)
  stop()
  hub.poke()
  expect(told).toBe(2)
})
