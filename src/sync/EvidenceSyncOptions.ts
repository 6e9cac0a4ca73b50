// What sending evidence needs from outside.
import type { EvidencePorts } from './EvidencePorts.ts'
import type { FilesPhase } from './FilesPhase.ts'
import type { SyncEngineOptions } from './SyncEngineOptions.ts'

export interface EvidenceSyncOptions extends Pick<
  SyncEngineOptions,
  'db' | 'transport' | 'clock' | 'timers' | 'random'
> {
  readonly evidence: EvidencePorts
  readonly onPhase: (phase: FilesPhase) => void
  /** A file got its verdict: counts have changed. */
  readonly onSettled: () => void
}
