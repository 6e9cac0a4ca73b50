// What an attempt looks at before it talks to the server, all of one moment and by one transaction: what waits, and where every stream stands.
import { listed, type ListedStream } from './listStreams.ts'
import { unsentRuns, type OwnRun } from './listUnsent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { readNatively } from './readNatively.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface Outlook {
  readonly unsent: readonly OwnRun[]
  readonly streams: readonly ListedStream[]
  /** Runs of other devices are kept here: some of them may wait to be handed over. */
  readonly hasRelays: boolean
}

export function readOutlook(db: LocalDatabase): Promise<Outlook> {
  const { keyRange } = db.dexie
  return withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations', 'relays'], async (transaction, read) => {
      const [rows, relays] = await Promise.all([
        read(transaction.objectStore('streams').getAll() as IDBRequest<StreamRow[]>),
        read(transaction.objectStore('relays').count()),
      ])
      const unsent = await unsentRuns({ transaction, read, keyRange }, rows)
      return { unsent, streams: rows.map(listed), hasRelays: relays > 0 }
    }),
  )
}
