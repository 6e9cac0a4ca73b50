import { expect, test } from 'vitest'
import { useShownFirst } from '../../../../src/app/composables/useShownFirst.ts'

test('a choice is shown at once and carried out after it could be seen; of two only the later one is', async () => {
  const done: string[] = []
  const { chosen, choose } = useShownFirst((choice: string) => Promise.resolve(void done.push(choice)))
  const first = choose('一')
  expect([chosen.value, done]).toEqual(['一', []])
  const second = choose('二')
  expect(chosen.value).toBe('二')
  await Promise.all([first, second])
  expect([chosen.value, done]).toEqual([undefined, ['二']])
})

test('a choice that could not be carried out is not shown any longer', async () => {
  const { chosen, choose } = useShownFirst(() => Promise.reject(new Error('no')))
  await expect(choose('一')).rejects.toThrow('no')
  expect(chosen.value).toBeUndefined()
})
