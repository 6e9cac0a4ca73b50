// The streams this tablet holds, with where each stands.
import { positionOf } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition, StreamRow } from './LocalRows.ts'
import { takesBase } from './recordBase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface ListedStream {
  readonly stream: StreamId
  readonly position: StreamPosition
  /** Chain root at the cursor [P4]. */
  readonly root: string
  /** A refetch is going on: older pages are still held. */
  readonly isRefetching: boolean
  /** Own operations up to this n have their verdict. */
  readonly acked: number
  /** The operations up to this version are not held, only the state they fold to. */
  readonly base: number
  /** The server's backups hold the stream up to here. */
  readonly backedUp: number
  /** An offered snapshot is as good as the log: nothing was pulled yet, and nobody asked for the whole of it. */
  readonly takesSnapshot: boolean
}

export async function listStreams(db: LocalDatabase): Promise<ListedStream[]> {
  const rows = await withLocalDatabase(db, () => db.dexie.streams.toArray())
  return rows.map(listed)
}

export function listed(row: StreamRow): ListedStream {
  return {
    stream: row.stream,
    position: positionOf(row),
    root: row.root,
    isRefetching: row.oldest < row.generation,
    acked: row.acked,
    base: row.base,
    backedUp: row.backedUp,
    takesSnapshot: takesBase(row),
  }
}
