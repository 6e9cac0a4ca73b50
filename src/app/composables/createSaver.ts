// Writes one after the other and says how the last one ended. It never says "saved" before the database has.
import { shallowRef, type ShallowRef } from 'vue'
import type { SaveState } from './OpenAudit.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'

/** `signed-off`: the audit was signed off, perhaps on another tablet a moment ago. */
export type SaveRefusal = 'text-too-long' | 'signed-off'

/** Thrown by a write that is not even tried; the code is one of the texts `errors.<code>`. */
export class SaveRefused extends Error {
  override readonly name = 'SaveRefused'
  readonly code: SaveRefusal

  constructor(code: SaveRefusal) {
    super(code)
    this.code = code
  }
}

export interface Saver {
  readonly state: Readonly<ShallowRef<SaveState>>
  /** Resolves with true once the write is durable, with false where nothing of it is saved. */
  readonly saving: (write: () => Promise<unknown>) => Promise<boolean>
}

export function createSaver(now: () => Date): Saver {
  const state = shallowRef<SaveState>({ state: 'idle' })
  // One write at a time: a late write of a text in progress must not come after the operation it became.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    state,
    async saving(write) {
      // A failure stands until something is saved: words that flicker at each try could not be read, nor pressed.
      if (state.value.state !== 'failed') state.value = { state: 'saving' }
      const mine = turn.then(write)
      turn = mine.catch(() => undefined)
      try {
        await mine
        state.value = { state: 'saved', savedAt: now().toISOString() }
        return true
      } catch (error) {
        if (!(error instanceof LocalDatabaseError || error instanceof SaveRefused)) throw error
        state.value = { state: 'failed', code: error.code }
        return false
      }
    },
  }
}
