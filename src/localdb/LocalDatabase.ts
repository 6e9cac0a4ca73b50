// An open database with everything that its readers and writers share. Made by `openLocalDatabase` alone.
import type { Journal } from './Journal.ts'
import type { LocalDatabaseError, LostCode } from './LocalDatabaseError.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { StreamPosition, StreamRow } from './LocalRows.ts'
import type { KeptOperation } from './packOperations.ts'
import type { Reserve } from './Reserve.ts'
import type { Sealer } from './Sealer.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { ChainHead } from '../domain/oplog/encodeOperation.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'

/** Says that a stream changed, never how: readers look for themselves. */
export interface StreamHint {
  readonly stream: StreamId
}

/** Carries hints to the other tabs of this browser and back (a BroadcastChannel, handed in). */
export interface HintPort {
  post(hint: StreamHint): void
  /** Returns what ends the subscription. */
  subscribe(listener: (hint: StreamHint) => void): () => void
}

/** `local`: recorded by this tab. `pulled`: pulled by this tab, or found moved by it. `elsewhere`: another tab says so. */
export type ChangeSource = 'local' | 'pulled' | 'elsewhere'

export interface StreamChange extends StreamHint {
  readonly source: ChangeSource
  /** What a pulled page has brought, for readers who stand right before it: see `newsOf`. */
  readonly page?: ArrivedPage
}

/** A page that has just been recorded. */
export interface ArrivedPage {
  /** The cursor before and after it. */
  readonly before: number
  readonly after: number
  readonly generation: number
  readonly refolds: number
  readonly operations: readonly EncodedOperation[]
}

/** Where the pulled log of a stream ends here. */
export interface StreamEnd {
  readonly row: StreamRow
  /** Of the segment that ends at the cursor, where it is small enough to take in more. */
  readonly tail: readonly KeptOperation[] | undefined
}

export interface LocalDatabase {
  readonly dexie: LocalDexie
  readonly sealer: Sealer
  readonly sha256: Sha256
  /** The running release: snapshots of another one are ignored. */
  readonly release: string
  /** Which device this tab takes the tablet for; undefined until it has looked. Whatever touches the own chain compares it (`checkIdentity`). */
  readonly identity: { device: DeviceId | undefined }
  /** Chain heads as last seen: guesses, confirmed inside every transaction. */
  readonly heads: Map<StreamId, ChainHead>
  /** Where pulled logs end, as last written: guesses, confirmed likewise. */
  readonly ends: Map<StreamId, StreamEnd>
  /** Where each stream stood when this tab last looked: see `noticeMoved`. */
  readonly seen: Map<StreamId, StreamPosition>
  /** The last recording of each stream in this tab, so that one tab never races itself. */
  readonly turns: Map<StreamId, Promise<unknown>>
  readonly announce: (change: StreamChange) => void
  /** Calls back after every commit of this tab and every hint of another one. Returns what ends it. */
  readonly watch: (listener: (change: StreamChange) => void) => () => void
  /** Takes in what can no longer be saved on this page; undefined where nothing outside of the database keeps anything. */
  readonly journal: Journal | undefined
  /** Room set aside for a full disk. */
  readonly reserve: Reserve
  /** Set once this page can save nothing more and is about to be loaded anew: until then everything goes to the journal at once. */
  readonly lost: { code: LostCode | undefined }
  /** Says that this page can save nothing more. */
  readonly lose: (code: LostCode) => void
  /** Refuses each write under way that nobody may lose. */
  readonly underWay: Set<(reason: LocalDatabaseError) => void>
  /**
   * The page goes: what is not saved goes to the journal, and nothing more is read or written. WebKit keeps a page for the way back
   * with its transactions, and the next page would wait for them without end.
   */
  readonly leave: () => void
  /** Opens the connection again after it was lost; refuses a database that a newer release has taken. */
  readonly reopen: () => Promise<void>
  readonly close: () => void
}
