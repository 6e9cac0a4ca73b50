// A test that cannot fail proves nothing: breaks the code in one place after the other and counts the seeds until a run notices.
import { buildSimulation } from './buildSimulation.mjs'
import { mutations } from './mutations.ts'
import { runProgram } from './runWorkers.ts'

/** Seeds tried before a broken place counts as unnoticed. */
const mostSeeds = 2_000

interface MutationResult {
  readonly name: string
  /** Undefined: nobody noticed. */
  readonly seeds: number | undefined
  readonly because: string
}

async function tryMutation(root: string, name: string, seeds = mostSeeds): Promise<MutationResult> {
  const mutation = mutations.find((other) => other.name === name)
  if (mutation === undefined) throw new Error(`no mutation is called ${name}`)
  const { program, dispose } = await buildSimulation(root, `.cache/simulation-${process.pid}-${name}`, mutation)
  try {
    const { isOk, output } = await runProgram(['--first', '--seeds', `${seeds}`], { program, isQuiet: true })
    const found = /^seed (\d+): .*\n {2}(.*)$/m.exec(output)
    return isOk
      ? { name, seeds: undefined, because: '' }
      : { name, seeds: Number(found?.[1]), because: found?.[2] ?? output }
  } finally {
    dispose()
  }
}

/** True where every one is noticed. */
export async function checkMutations(root: string, only: string | undefined): Promise<boolean> {
  let isGood = true
  for (const { name, breaks } of mutations) {
    if (only !== undefined && only !== name) continue
    const { seeds, because } = await tryMutation(root, name)
    const verdict = seeds === undefined ? `NOT noticed in ${mostSeeds} seeds` : `noticed by seed ${seeds}: ${because}`
    console.log(`${name} (${breaks}): ${verdict}`)
    if (seeds === undefined) isGood = false
  }
  return isGood
}
