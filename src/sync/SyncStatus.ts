// How sending stands, as plain data for the screen. Says nothing that is not known: "synced" only after the server's answer.

import type { FilesPhase } from './FilesPhase.ts'
import type { SyncTrouble } from './SyncTrouble.ts'

export type SyncPhase =
  | { readonly state: 'idle' }
  /** Entries of this attempt. */
  | { readonly state: 'sending'; readonly done: number; readonly total: number }
  /** Operations received in this attempt. */
  | { readonly state: 'receiving'; readonly done: number }
  | { readonly state: 'offline'; readonly reason: SyncTrouble; readonly retryAt: string }

/** Why an entry is refused beside the codes of the protocol. */
export const localRefusals = [
  /** The row on this tablet is damaged. */
  'damaged',
  /** An entry before it is lost, and the server takes them only in order. */
  'missing-before',
] as const

export interface RefusedEntry {
  readonly stream: string
  readonly n: number
  /** A code of the protocol's quarantine, `fork`, `too-large`, or one of `localRefusals`. */
  readonly code: string
  readonly kind: string | null
  readonly entity: string | null
}

/** An evidence file that the server does not take, or that is damaged here. */
export interface RefusedFile {
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  /** A code of the protocol's errors; `damaged`, `missing` for what became of it here. */
  readonly code: string
}

export interface SyncStatus {
  readonly phase: SyncPhase
  readonly unsent: { readonly entries: number; readonly photos: number }
  readonly refused: readonly RefusedEntry[]
  /** How evidence files are being sent; `unsent.photos` counts those that wait. */
  readonly files: FilesPhase
  readonly refusedFiles: readonly RefusedFile[]
  /** ISO instants by the tablet's clock. */
  readonly lastSyncedAt: string | null
  readonly lastSavedAt: string | null
  /** Server's clock minus the tablet's, in milliseconds; null before the first contact. */
  readonly clockOffset: number | null
}

export const initialStatus: SyncStatus = {
  phase: { state: 'idle' },
  unsent: { entries: 0, photos: 0 },
  refused: [],
  files: { state: 'idle' },
  refusedFiles: [],
  lastSyncedAt: null,
  lastSavedAt: null,
  clockOffset: null,
}
