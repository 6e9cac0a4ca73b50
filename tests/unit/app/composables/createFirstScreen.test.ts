import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFirstScreen } from '../../../../src/app/composables/createFirstScreen.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function standing({ whenStanding }: ReturnType<typeof createFirstScreen>) {
  let stands = false
  void whenStanding.then(() => (stands = true))
  return () => stands
}

test('what can wait waits until the first screen stands', async () => {
  const screen = createFirstScreen()
  const stands = standing(screen)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(stands()).toBe(false)
  screen.stands()
  await vi.advanceTimersByTimeAsync(500)
  expect(stands()).toBe(true)
})

test('a screen that never tells keeps nothing waiting for ever', async () => {
  const stands = standing(createFirstScreen())
  await vi.advanceTimersByTimeAsync(3_000)
  expect(stands()).toBe(true)
})
