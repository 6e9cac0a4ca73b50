// Notes that the server has own operations: one small write, so that a person hears of it before anything is put in order.
// Where they lie in the log, `recordPushed` or their page says.
import { checkIdentityNatively } from './checkIdentity.ts'
import type { OwnRun } from './listUnsent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { writeNatively, type Durability, type NativeReading } from './readNatively.ts'
import { unsentRange } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** The operations were saved strictly before they were sent. A verdict that a power cut takes back comes again: they are sent once more [P5]. */
export const ackDurability: Durability = 'relaxed'

/** `runs`: acknowledged without exception, of each stream in order. A watermark never passes what still waits: then it stays where it is. */
export function noteAcked(db: LocalDatabase, runs: readonly OwnRun[]): Promise<void> {
  const { dexie } = db
  const stores = ['streams', 'operations', 'sentinel']
  return withLocalDatabase(db, () =>
    writeNatively(
      dexie,
      stores,
      async (transaction, read) => {
        await checkIdentityNatively(db, transaction, read)
        for (const run of runs) await raise({ transaction, read, keyRange: dexie.keyRange }, run)
      },
      ackDurability,
    ),
  )
}

async function raise({ transaction, read, keyRange }: NativeReading, { stream, from, to }: OwnRun): Promise<void> {
  const streams = transaction.objectStore('streams')
  const row = await read(streams.get(stream) as IDBRequest<StreamRow | undefined>)
  if (row === undefined || row.acked >= to) return
  const between = unsentRange(keyRange, row, from)
  const index = transaction.objectStore('operations').index('[status+stream+n]')
  if (between !== undefined && (await read(index.count(between))) > 0) return
  streams.put({ ...row, acked: to } satisfies StreamRow)
}
