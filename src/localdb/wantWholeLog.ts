// Asks for the log of a stream from version 1, in place of the state that stands for its beginning. The next pull fetches it.
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { markForRefetch } from './markForRefetch.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/** For a stream of which nothing was pulled yet: an offered snapshot of it is not taken. */
export async function refuseSnapshot(db: LocalDatabase, stream: StreamId): Promise<void> {
  const { streams } = db.dexie
  await withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, async () => {
      const row = (await streams.get(stream)) ?? emptyStreamRow(stream)
      if (row.cursor === 0) await streams.put({ ...row, isWholeWanted: true })
    }),
  )
}

/** A person wants to see what came before: everything is fetched once more, and what is here stays readable until then. */
export async function fetchWholeLog(db: LocalDatabase, stream: StreamId): Promise<void> {
  if (!(await holdsWholeLog(db, stream))) await markForRefetch(db, stream, 'log')
}

/** False: `readHistory` does not reach back to the beginning. */
export async function holdsWholeLog(db: LocalDatabase, stream: StreamId): Promise<boolean> {
  const [row, bases] = await withLocalDatabase(db, () =>
    Promise.all([
      db.dexie.streams.get(stream),
      db.dexie.bases.where('[stream+generation]').between([stream, 0], [stream, Infinity]).count(),
    ]),
  )
  return bases === 0 || (row !== undefined && row.base === 0 && row.oldest === row.generation)
}
