// Seeds one after the other, in this process.
import { simulate, type SimulationOutcome } from './simulate.ts'

export interface SeedRange {
  readonly from: number
  readonly count: number
  readonly stopsAtFirst: boolean
}

/** A sign of life in long runs. */
const progressSeeds = 5_000

/** True where all of them keep every promise. */
export async function runSeeds({ from, count, stopsAtFirst }: SeedRange): Promise<boolean> {
  const startedAt = performance.now()
  let [ran, failed, saved] = [0, 0, 0]
  for (let seed = from; seed < from + count && !(stopsAtFirst && failed > 0); seed += 1) {
    const outcome = await simulate(seed)
    ran += 1
    saved += outcome.saved
    if (ran % progressSeeds === 0) console.log(`${ran} seeds, ${failed} failed`)
    if (outcome.problems.length === 0) continue
    failed += 1
    for (const line of showOutcome(outcome)) console.log(line)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const range = `seeds ${from} to ${from + ran - 1}`
  console.log(`${range}: ${failed} of ${ran} failed, ${saved} saved entries, ${seconds.toFixed(1)} s`)
  return failed === 0
}

/** More of them say the same again. */
const mostProblems = 12

export function showOutcome({ seed, problems, steps, attempts, saved, fingerprint }: SimulationOutcome): string[] {
  const verdict = problems.length === 0 ? 'nothing lost' : `${problems.length} broken promises`
  return [
    `seed ${seed}: ${verdict}; ${saved} of ${attempts} entries saved, ${steps} steps, ${fingerprint}`,
    ...problems.slice(0, mostProblems).map((problem) => `  ${problem}`),
  ]
}
