// Who is using this tablet. Until there are accounts it asks once and keeps the answer in the tablet's database.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PersonId } from '../../domain/oplog/Dot.ts'

export interface Person {
  readonly id: PersonId
  readonly name: string
}

/** What this tablet was before it was emptied. */
export interface LostDevice {
  readonly device: string
  /** Stream → n of its last operation; undefined where nothing has noted it. */
  readonly heads: ReadonlyMap<string, number> | undefined
}

export const useSessionStore = defineStore('session', () => {
  const person = shallowRef<Person>()
  /** The browser threw away what this tablet had stored: said once, until the person has read it. */
  const lost = shallowRef<LostDevice>()
  /** The browser was asked not to throw away what is stored here, and did not promise it. */
  const mayBeCleared = ref(false)
  return { person, lost, mayBeCleared }
})
