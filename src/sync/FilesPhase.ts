// How the sending of evidence stands, as plain data for the screen.
import type { SyncTrouble } from './SyncTrouble.ts'

export type FilesPhase =
  | { readonly state: 'idle' }
  /** Of this pass. */
  | {
      readonly state: 'sending'
      readonly doneFiles: number
      readonly files: number
      readonly doneBytes: number
      readonly bytes: number
    }
  | { readonly state: 'waiting'; readonly reason: SyncTrouble; readonly retryAt: string }
