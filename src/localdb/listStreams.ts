// The streams this tablet holds, with where each stands.
import { positionOf } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface ListedStream {
  readonly stream: StreamId
  readonly position: StreamPosition
  /** Chain root at the cursor [P4]. */
  readonly root: string
  /** A refetch is going on: older pages are still held. */
  readonly isRefetching: boolean
}

export async function listStreams(db: LocalDatabase): Promise<ListedStream[]> {
  const rows = await withLocalDatabase(db, () => db.dexie.streams.toArray())
  return rows.map((row) => ({
    stream: row.stream,
    position: positionOf(row),
    root: row.root,
    isRefetching: row.oldest < row.generation,
  }))
}
