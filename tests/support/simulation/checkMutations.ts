// A test that cannot fail proves nothing: breaks the code in one place after the other and counts the seeds until a run notices.
import { buildSimulation, type Mutation } from './buildSimulation.mjs'
import { mutations } from './mutations.ts'
import { runProgram } from './runWorkers.ts'

/** Seeds tried before a broken place counts as unnoticed. */
const mostSeeds = 1_000

export interface MutationResult {
  /** The first seed that broke a promise; undefined: nobody noticed. */
  readonly seed: number | undefined
  readonly because: string
}

export async function tryMutation(root: string, mutation: Mutation): Promise<MutationResult> {
  const { program, dispose } = await buildSimulation(
    root,
    `.cache/simulation-${process.pid}-${mutation.name}`,
    mutation,
  )
  try {
    const { isOk, output } = await runProgram(['--first', '--seeds', `${mostSeeds}`], { program, isQuiet: true })
    if (isOk) return { seed: undefined, because: '' }
    const found = /^seed (\d+): .*\n {2}(.*)$/m.exec(output)
    return { seed: Number(found?.[1]), because: found?.[2] ?? output }
  } finally {
    dispose()
  }
}

/** True where every one is noticed. */
export async function checkMutations(root: string, only: string | undefined): Promise<boolean> {
  let isGood = true
  for (const mutation of mutations.filter(({ name }) => only === undefined || only === name)) {
    const { seed, because } = await tryMutation(root, mutation)
    const verdict = seed === undefined ? `NOT noticed in ${mostSeeds} seeds` : `noticed by seed ${seed}: ${because}`
    console.log(`${mutation.name} (${mutation.breaks}): ${verdict}`)
    if (seed === undefined) isGood = false
  }
  return isGood
}
