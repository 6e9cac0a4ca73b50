// Half of the seeds are always the same, half are new in every run: what those find can be run again by its number.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSimulation } from '../support/simulation/buildSimulation.mjs'
import { runProgram } from '../support/simulation/runWorkers.ts'

const root = process.cwd()
let simulation: Awaited<ReturnType<typeof buildSimulation>>

beforeAll(async () => {
  simulation = await buildSimulation(root, `.cache/simulation-${process.pid}`)
}, 60_000)
afterAll(() => simulation.dispose())

function seedsFrom(first: number, count: number) {
  return runProgram(['--from', `${first}`, '--seeds', `${count}`], { program: simulation.program })
}

test('nothing saved is lost, changed or invented in a thousand runs of chaos', { timeout: 900_000 }, async () => {
  const fresh = 1_000_000 + (Math.floor(Date.now() / 1_000) % 1_000_000_000)
  const ends = await Promise.all([seedsFrom(1, 500), seedsFrom(fresh, 500)])
  expect(ends.filter(({ isOk }) => !isOk).map(({ output }) => output)).toEqual([])
})

test('one seed is one run, step by step', { timeout: 60_000 }, async () => {
  const runs = await Promise.all(
    [1, 2].map(() => runProgram(['--seed', '20260401', '--trace'], { program: simulation.program, isQuiet: true })),
  )
  expect(runs[0]?.output).toMatch(/calm/)
  expect(runs[1]).toEqual(runs[0])
})
