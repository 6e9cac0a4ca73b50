// What every benchmark is given: the real server, a browser, how much to do, and the seed of the data.
import type { Profile } from './openProfile.ts'
import type { RecordedAudits } from './recordAudits.ts'
import type { BenchServer } from './startBenchServer.ts'

export interface Sizes {
  readonly audits: number
  readonly saves: number
  /** Rounds of the benchmarks that take medians over rounds. */
  readonly openings: number
  readonly firstSyncs: number
  readonly pushes: number
  readonly edits: number
  readonly live: number
  readonly taps: number
  /** Cold starts of the browser. */
  readonly starts: number
  /** Gone through in the audit of 1,000 questions; it has 40. */
  readonly sections: number
  /** Audits that the overview counts. */
  readonly overviewAudits: number
  /** Operations in one audit. */
  readonly growth: readonly number[]
}

/** Some eight minutes on two shared cores. */
export const fullSizes: Sizes = {
  audits: 10,
  saves: 1_000,
  openings: 15,
  firstSyncs: 5,
  pushes: 5,
  edits: 1_000,
  live: 60,
  taps: 200,
  starts: 7,
  sections: 40,
  overviewAudits: 1_000,
  growth: [1_000, 10_000, 100_000],
}
/** To see that everything runs; the figures mean nothing. */
export const quickSizes: Sizes = {
  audits: 2,
  saves: 30,
  openings: 2,
  firstSyncs: 1,
  pushes: 1,
  edits: 100,
  live: 3,
  taps: 5,
  starts: 3,
  sections: 4,
  overviewAudits: 30,
  growth: [100, 1_000],
}

export interface BenchRun {
  readonly server: BenchServer
  readonly profile: Profile
  /** What the server holds. */
  readonly seeded: RecordedAudits
  readonly sizes: Sizes
  readonly seed: number
}
