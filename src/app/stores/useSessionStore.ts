// Who is using this tablet. Until there are accounts it asks once and keeps the answer in the tablet's database.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PersonId } from '../../domain/oplog/Dot.ts'

export interface Person {
  readonly id: PersonId
  readonly name: string
}

export const useSessionStore = defineStore('session', () => {
  const person = shallowRef<Person>()
  /** The browser threw away what this tablet had stored: said once, until the person has read it. */
  const hasLostData = ref(false)
  /** The browser was asked not to throw away what is stored here, and did not promise it. */
  const mayBeCleared = ref(false)
  return { person, hasLostData, mayBeCleared }
})
