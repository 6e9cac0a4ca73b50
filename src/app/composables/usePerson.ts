// Who is using this tablet: kept in the tablet's database, shown from the session store.
import { useAppServices } from './appServices.ts'
import { useSessionStore, type Person } from '../stores/useSessionStore.ts'
import { must } from '../../domain/must.ts'
import type { PersonId } from '../../domain/oplog/Dot.ts'
import { writeVault } from '../../localdb/writeVault.ts'

export interface PersonAccess {
  /** Throws before anyone was asked: nothing can be recorded without an author. */
  readonly person: () => Person
  /** Another name is another person; the same name again stays the same. */
  readonly introduce: (name: string) => Promise<void>
}

export function usePerson(): PersonAccess {
  const { db, randomId } = useAppServices()
  const session = useSessionStore()
  return {
    person: () => must(session.person, 'a person'),
    async introduce(name) {
      if (session.person?.name === name) return
      const person: Person = { id: randomId() as PersonId, name }
      await writeVault(db, 'person', person)
      session.person = person
    },
  }
}
