// A simulator that finds nothing in broken code proves nothing. `npm run simulate -- --mutations` tries all places; here those that
// everything rests on, and that the others can still be tried.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tryMutation } from '../support/simulation/checkMutations.ts'
import { mutations } from '../support/simulation/mutations.ts'

const main = ['merge-last-writer-wins', 'cursor-skips-one', 'acked-without-commit', 'epoch-ignored', 'loss-ignored']

test.each(mutations.filter(({ name }) => main.includes(name)))(
  'a run of chaos notices a break of $breaks',
  { timeout: 240_000 },
  async (mutation) => {
    expect((await tryMutation(process.cwd(), mutation)).seed).toBeGreaterThan(0)
  },
)

test('the text that each mutation changes stands in the code exactly once', () => {
  const changes = mutations.flatMap((mutation) => [mutation, ...(mutation.also ? [mutation.also] : [])])
  for (const { file, from } of changes) expect([file, readFileSync(file, 'utf8').split(from).length]).toEqual([file, 2])
})
