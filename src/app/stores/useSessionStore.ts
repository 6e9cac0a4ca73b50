// Who is using this tablet. Until there are accounts it asks once and keeps the answer in the tablet's database.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PersonId } from '../../domain/oplog/Dot.ts'

export interface Person {
  readonly id: PersonId
  readonly name: string
}

export const useSessionStore = defineStore('session', () => {
  const person = shallowRef<Person>()
  return { person }
})
