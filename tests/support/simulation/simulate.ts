// One simulated run: chaos by a seed, then calm, then the reckoning. The same seed gives the same run, step by step.
import { checkServer, checkTab, checkTyped } from './checkNothingLost.ts'
import { Chaos } from './Chaos.ts'
import { Random } from './Random.ts'
import { readServer } from './ServerContent.ts'
import { useVirtualGlobals } from './useVirtualGlobals.ts'
import { World } from './World.ts'

export interface SimulationOutcome {
  readonly seed: number
  /** Every promise that was broken; empty is good. */
  readonly problems: readonly string[]
  /** Two runs of one seed have the same. */
  readonly fingerprint: string
  readonly trace: readonly string[]
  readonly steps: number
  /** Entries that people tried to save, and those that the screen called saved. */
  readonly attempts: number
  readonly saved: number
}

const startAt = Date.parse('2026-04-01T00:00:00.000Z')

export async function simulate(
  seed: number,
  options: { readonly keepsTrace?: boolean } = {},
): Promise<SimulationOutcome> {
  const world = new World(new Random(seed), { startAt, keepsTrace: options.keepsTrace ?? false })
  const restoreGlobals = useVirtualGlobals(world)
  const onRejection = (reason: unknown) =>
    world.problem(`unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`)
  process.on('unhandledRejection', onRejection)
  let chaos: Chaos | undefined
  try {
    chaos = await Chaos.create(world)
    await chaos.rage()
    const tabs = await chaos.calm()
    const content = await readServer(chaos.server)
    for (const line of checkServer(content, chaos.journal)) world.problem(line)
    for (const tab of tabs) {
      const checking = Promise.all([checkTab(tab, content, chaos.streams), checkTyped(tab, content, chaos.journal)])
      const problems = (await world.runUntil(checking, 60_000))?.flat()
      for (const line of problems ?? [`${tab.owner.name} cannot be read`]) world.problem(line)
    }
  } catch (error) {
    world.problem(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    chaos?.end()
    process.off('unhandledRejection', onRejection)
    restoreGlobals()
  }
  return {
    seed,
    problems: world.problems,
    fingerprint: world.fingerprint,
    trace: world.trace,
    steps: world.steps,
    attempts: chaos?.journal.attempts.size ?? 0,
    saved: chaos?.journal.saved.length ?? 0,
  }
}
