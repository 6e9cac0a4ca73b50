// Which of these own operations have no row of their own: only pages hold them.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export async function ownNotInOutbox(db: LocalDatabase, stream: StreamId, ns: readonly number[]): Promise<number[]> {
  const rows = await withLocalDatabase(db, () => db.dexie.operations.bulkGet(ns.map((n) => [stream, n])))
  return ns.filter((_, index) => rows[index] === undefined)
}
