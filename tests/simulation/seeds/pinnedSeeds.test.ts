// Runs that once broke a promise, each named by what they found. The code around them changes, and with it what a seed does: what was
// found therefore also stands among the mutations, which any seed may notice, or in an integration test where it is too rare for that.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSimulation } from '../../support/simulation/buildSimulation.mjs'
import { runProgram } from '../../support/simulation/runWorkers.ts'

let simulation: Awaited<ReturnType<typeof buildSimulation>>

beforeAll(async () => {
  simulation = await buildSimulation(process.cwd(), `.cache/pinned-seeds-${process.pid}`)
}, 120_000)
afterAll(() => simulation.dispose())

test.each([
  { seed: 5283, found: 'a tablet clock that is set back by years stops no sending' },
  { seed: 5135, found: 'a clock that is set back and then forward again stops no sending' },
  { seed: 5209, found: 'an entry that a portal calls too large is not given up' },
  { seed: 85, found: 'a damaged page that holds a sign-off is fetched anew before anything is judged by it' },
  { seed: 500946, found: 'a copied tablet writes once more only what it wrote' },
  { seed: 501967, found: 'a copy of a tablet does not take for lost what came after it had asked' },
  { seed: 500991, found: 'a tab that closes while another one is frozen comes to an end' },
  { seed: 700217, found: 'a clock that is set back while the server asks to come later stops no sending' },
  { seed: 3001783, found: 'what a tablet wrote while a copy of it was refused is sent' },
  { seed: 3004099, found: 'a sign-off that was taken, lost in a restore and then refused holds nothing back' },
  {
    seed: 6001232,
    found: 'what a tablet wrote beside a copy of it is sent though the log goes on with what the copy wrote',
  },
  { seed: 7013164, found: 'what a tablet wrote under the number of what a restored server took of its copy is sent' },
  { seed: 8009547, found: 'what a copy wrote and a restored server keeps aside is not seen on one tablet alone' },
  { seed: 20003991, found: 'what another tablet lost is handed back although a portal calls it too large' },
  { seed: 30003780, found: 'what was in the log before a restore and was refused after it is folded out everywhere' },
])('$found', { timeout: 120_000 }, async ({ seed }) => {
  const { isOk, output } = await runProgram(['--seed', `${seed}`], { program: simulation.program, isQuiet: true })
  expect([isOk, output]).toEqual([true, expect.stringContaining('nothing lost')])
})
