// `npm run simulate`: one seed with its trace, or very many. A line for every seed that fails; ends with 1 where there was one.
//
//   npm run simulate -- --seed 1234 --trace
//   npm run simulate -- --seeds 100000 --from 1 --workers 2
//   npm run simulate -- --mutations
import { parseArgs } from 'node:util'
import { runSeeds, showOutcome } from './runSeeds.ts'
import { runWorkers } from './runWorkers.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    /** Stops at the first failure. */
    first: { type: 'boolean', default: false },
    /** Breaks the code in one place after the other, and shows that seeds find it. */
    mutations: { type: 'boolean', default: false },
    /** One of them alone. */
    mutation: { type: 'string' },
  },
})

const range = { from: Number(values.from), count: Number(values.seeds), stopsAtFirst: values.first }

async function runOne(seed: number): Promise<boolean> {
  const outcome = await simulate(seed, { keepsTrace: values.trace })
  for (const line of [...outcome.trace, ...showOutcome(outcome)]) console.log(line)
  return outcome.problems.length === 0
}

async function run(): Promise<boolean> {
  if (values.mutations || values.mutation !== undefined) {
    // Only here: it needs the build tool.
    const { checkMutations } = await import('./checkMutations.ts')
    return checkMutations(process.cwd(), values.mutation)
  }
  if (values.seed !== undefined) return runOne(Number(values.seed))
  return values.workers === '1' ? runSeeds(range) : runWorkers(range, Number(values.workers))
}

process.exitCode = (await run()) ? 0 : 1
