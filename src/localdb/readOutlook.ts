// What an attempt looks at before it talks to the server, all of one moment and by one transaction: what waits, and where every stream stands.
import { listed, type ListedStream } from './listStreams.ts'
import { unsentRuns, type OwnRun } from './listUnsent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { noticeMoved } from './noticeMoved.ts'
import { readNatively } from './readNatively.ts'
import { openRun, readOwnRows, type ReadRun } from './readRun.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface Outlook {
  readonly unsent: readonly OwnRun[]
  /** What waits, opened, where it is as little as a person taps in a moment: it is sent without looking again. */
  readonly few: ReadonlyMap<OwnRun, ReadRun>
  readonly streams: readonly ListedStream[]
  /** Runs of other devices are kept here: some of them may wait to be handed over. */
  readonly hasRelays: boolean
}

const mostFew = 20

export async function readOutlook(db: LocalDatabase): Promise<Outlook> {
  const { keyRange } = db.dexie
  const { unsent, rows, relays, ownRows } = await withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations', 'relays'], async (transaction, read) => {
      const [rows, relays] = await Promise.all([
        read(transaction.objectStore('streams').getAll() as IDBRequest<StreamRow[]>),
        read(transaction.objectStore('relays').count()),
      ])
      const reading = { transaction, read, keyRange }
      const unsent = await unsentRuns(reading, rows)
      const isFew = unsent.reduce((sum, { from, to }) => sum + to - from + 1, 0) <= mostFew
      const ownRows = isFew ? await Promise.all(unsent.map((run) => readOwnRows(reading, run))) : []
      return { unsent, rows, relays, ownRows }
    }),
  )
  noticeMoved(db, rows)
  const few = new Map<OwnRun, ReadRun>()
  for (const [index, own] of ownRows.entries()) {
    const run = unsent[index]
    const again = rows.find(({ stream }) => stream === run?.stream)?.again ?? 0
    if (run !== undefined) few.set(run, await openRun(db, own, again))
  }
  return { unsent, few, streams: rows.map(listed), hasRelays: relays > 0 }
}
