// What the engine needs of the world around it. `device/` has one of each for browsers; tests hand in their own.
import type { DeviceId } from '../domain/oplog/Dot.ts'
import type { DeviceKey } from '../protocol/signature.ts'

export type TransportAnswer =
  /** `body`: the parsed JSON, undefined where it was none. */
  | {
      readonly state: 'answered'
      readonly status: number
      readonly body: unknown
      readonly retryAfterMs: number | null
    }
  | { readonly state: 'failed'; readonly reason: 'network' | 'timeout' }

export interface Transport {
  /** Posts JSON text. Never rejects. */
  post(path: string, json: string): Promise<TransportAnswer>
  /** Never rejects either. */
  get(path: string): Promise<TransportAnswer>
  /** Calls back whenever the server says "look again" [P9], with what it says beside that. Returns what ends it. */
  subscribePoke(onPoke: (brought: unknown) => void): () => void
}

/** This device's key. */
export interface Signer {
  readonly device: DeviceId
  readonly deviceKey: DeviceKey
  /** Signature over the UTF-8 bytes, as base64url [P8]. */
  sign(text: string): Promise<string>
}

export interface Clock {
  /** Milliseconds since 1970 by the tablet's clock. */
  now(): number
}

export interface Timers {
  /** Returns what cancels it. */
  after(ms: number, run: () => void): () => void
}

export interface Randomness {
  /** A fresh id of URL-safe characters. */
  id(): string
  /** Evenly between 0 and 1. */
  fraction(): number
}

/** One tab at a time talks to the server. */
export interface Leadership {
  /**
   * Calls `onLead` once this tab is the one, and `onLost` when another tab has taken the place of this one (it was frozen, or nobody
   * looks at it); it may lead again later. Returns what gives the place (or the wish for it) up.
   */
  lead(onLead: () => void, onLost: () => void): () => void
}

/** To the engines of the other tabs and back. What comes in is outside data. */
export interface SyncChannel {
  post(message: unknown): void
  subscribe(listener: (message: unknown) => void): () => void
}

/** Calls back when the tablet may have a network again or the page is looked at again. Returns what ends it. */
export type WatchReturn = (onReturn: () => void) => () => void
