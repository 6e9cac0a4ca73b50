// Records the state of a stream at a version in place of the log up to there: a first download.
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { BaseRow, StreamRow } from './LocalRows.ts'
import { writeNatively, type NativeWork } from './readNatively.ts'
import { basePlace } from './rowPlaces.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { packedStateFormat } from '../domain/oplog/packState.ts'

export interface PulledBase {
  readonly stream: StreamId
  readonly version: number
  /** Chain root at that version: the next page continues from it [P4]. */
  readonly root: string
  /** Of the packed state. */
  readonly format: number
  /** Bytes of its JSON. */
  readonly size: number
  /** The JSON as a gzip member, as it came: looked into when it is opened, and fetched anew where it then does not unpack. */
  readonly zipped: Uint8Array
}

/** `unknown-format`: a later release's; pull the log instead. `out-of-place`: the stream has begun otherwise meanwhile. */
export type BaseOutcome = 'recorded' | 'unknown-format' | 'out-of-place'

export async function recordBase(db: LocalDatabase, pulled: PulledBase): Promise<BaseOutcome> {
  const { stream, version, format, size, zipped } = pulled
  if (format !== packedStateFormat) return 'unknown-format'
  const { generation } = (await withLocalDatabase(db, () => db.dexie.streams.get(stream))) ?? emptyStreamRow(stream)
  const place = { stream, generation, version }
  const bytes = await db.sealer.seal(zipped, basePlace(place))
  if (!(await commit(db, pulled, { ...place, size, bytes }))) return 'out-of-place'
  db.announce({ stream, source: 'pulled' })
  return 'recorded'
}

/** Relaxed: what a power cut takes back is offered again. */
function commit(db: LocalDatabase, { stream, version, root }: PulledBase, base: BaseRow): Promise<boolean> {
  const writing: NativeWork<boolean> = async (transaction, read) => {
    const streams = transaction.objectStore('streams')
    const found = await read(streams.get(stream) as IDBRequest<StreamRow | undefined>)
    const row = found ?? unseenStreamRow(stream)
    if (row.generation !== base.generation || !takesBase(row)) return false
    transaction.objectStore('bases').put(base)
    streams.put({ ...row, cursor: version, root, base: version, tailSize: 0 })
    return true
  }
  return withLocalDatabase(db, () => writeNatively(db.dexie, ['bases', 'streams'], writing, 'relaxed'))
}

export function takesBase({ cursor, isWholeWanted }: Pick<StreamRow, 'cursor' | 'isWholeWanted'>): boolean {
  return cursor === 0 && !isWholeWanted
}

/** A stream that this device has neither written nor pulled: a snapshot of it will do. */
export function unseenStreamRow(stream: StreamId): StreamRow {
  return { ...emptyStreamRow(stream), isWholeWanted: false }
}
