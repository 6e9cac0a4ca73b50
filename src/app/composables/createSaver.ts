// Writes one after the other and says how the last one ended. It never says "saved" before the database has.
import { shallowRef, type ShallowRef } from 'vue'
import type { SaveState } from './OpenAudit.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'

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
      state.value = { state: 'saving' }
      const mine = turn.then(write)
      turn = mine.catch(() => undefined)
      try {
        await mine
        state.value = { state: 'saved', savedAt: now().toISOString() }
        return true
      } catch (error) {
        if (!(error instanceof LocalDatabaseError)) throw error
        state.value = { state: 'failed', code: error.code }
        return false
      }
    },
  }
}
