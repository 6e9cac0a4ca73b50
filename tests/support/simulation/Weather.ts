// Which faults a run has, and how much of each. Every run leaves some out: faults that are always there together hide one another.
import type { Line } from './SimulatedNetwork.ts'
import type { Random } from './Random.ts'

export interface Weather {
  readonly tablets: number
  readonly streams: number
  readonly steps: number
  readonly mostTabs: number
  readonly sealsSlowly: boolean
  readonly olderReleases: boolean
  /** Audits are signed off. */
  readonly signs: boolean
  readonly lines: readonly (readonly [number, Line])[]
  /** How often each thing is done, in relation to the others. */
  readonly enter: number
  readonly changeLine: number
  readonly crashTablet: number
  readonly killServer: number
  readonly backUp: number
  readonly restore: number
  readonly changeClock: number
  readonly evict: number
  readonly clone: number
  readonly fillDisk: number
  readonly changeTabs: number
  readonly upgrade: number
  readonly refetch: number
  readonly hurry: number
  readonly type: number
  readonly freeze: number
  readonly damage: number
}

export function drawWeather(random: Random): Weather {
  const some = (probability: number, weight: number) => (random.chance(probability) ? weight : 0)
  const restore = some(0.35, 1)
  return {
    tablets: random.weighted([
      [6, 2],
      [5, 3],
      [2, 4],
      [0.5, 5],
      [0.5, 6],
    ]),
    streams: random.chance(0.25) ? 2 : 1,
    steps: random.between(8, 32),
    mostTabs: random.chance(0.3) ? random.between(2, 3) : 1,
    sealsSlowly: random.chance(0.3),
    olderReleases: random.chance(0.3),
    signs: random.chance(0.5),
    lines: [
      [3, 'clear'],
      [some(0.8, 4), 'bad'],
      [some(0.3, 2), 'portal'],
      [some(0.5, 1), 'dead'],
      [some(0.2, 1), 'narrow'],
    ],
    enter: random.between(12, 24),
    changeLine: 3,
    crashTablet: some(0.6, 3),
    killServer: some(0.5, 2),
    backUp: restore > 0 ? 2 : 0,
    restore,
    changeClock: some(0.4, 2),
    evict: some(0.15, 1),
    clone: some(0.15, 0.7),
    fillDisk: some(0.15, 1),
    changeTabs: some(0.5, 1),
    upgrade: 1,
    refetch: some(0.3, 1),
    hurry: 3,
    type: some(0.5, 3),
    freeze: some(0.3, 1),
    // What is damaged on a tablet must still be somewhere else.
    damage: restore > 0 ? 0 : some(0.3, 1),
  }
}
