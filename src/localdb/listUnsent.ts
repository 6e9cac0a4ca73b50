// What waits to be sent, as runs of neighbours. Reads keys only; `readRun` opens what is sent next.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamRow } from './LocalRows.ts'
import { readNatively, type NativeReading } from './readNatively.ts'
import { streamsWithUnsent, unsentRange } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/** Own operations `from` … `to` of a stream, without gaps. */
export interface OwnRun {
  readonly stream: StreamId
  readonly from: number
  readonly to: number
}

export function listUnsent(db: LocalDatabase): Promise<OwnRun[]> {
  const { keyRange } = db.dexie
  return withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations'], async (transaction, read) => {
      const rows = await read(transaction.objectStore('streams').getAll() as IDBRequest<StreamRow[]>)
      return unsentRuns({ transaction, read, keyRange }, rows)
    }),
  )
}

export async function unsentRuns(reading: NativeReading, rows: readonly StreamRow[]): Promise<OwnRun[]> {
  const runs = await Promise.all(streamsWithUnsent(rows).map((row) => runsOf(reading, row)))
  return runs.flat()
}

async function runsOf({ transaction, read, keyRange }: NativeReading, row: StreamRow): Promise<OwnRun[]> {
  const { stream, acked, n: head } = row
  const index = transaction.objectStore('operations').index('[status+stream+n]')
  const waiting = unsentRange(keyRange, row)
  // Nearly always nothing is refused in between, and then counting is all it takes.
  if ((await read(index.count(waiting))) === head - acked) return [{ stream, from: acked + 1, to: head }]
  const runs: OwnRun[] = []
  for (const key of await read(index.getAllKeys(waiting))) {
    const n = nOf(key)
    const last = runs.at(-1)
    if (last?.to === n - 1) runs[runs.length - 1] = { ...last, to: n }
    else runs.push({ stream, from: n, to: n })
  }
  return runs
}

/** Keys of `operations` are [stream, n]. */
function nOf(key: IDBValidKey): number {
  const n = Array.isArray(key) ? key[1] : undefined
  return typeof n === 'number' ? n : NaN
}
