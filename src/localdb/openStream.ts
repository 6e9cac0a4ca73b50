// Opens an audit: the snapshot and what came after it. Damage is reported and worked around, never a reason not to open.
import { originPosition } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { SnapshotRow, StreamPosition } from './LocalRows.ts'
import { markForRefetch } from './markForRefetch.ts'
import { openLog, readLogRows, readOpeningRows, type Damage, type LogRows } from './readStreamLog.ts'
import { snapshotPlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { foldOperations } from '../domain/oplog/foldOperations.ts'
import type { KindTable } from '../domain/oplog/KindTable.ts'
import { unpackState } from '../domain/oplog/packState.ts'
import { emptyStreamState, type StreamState } from '../domain/oplog/StreamState.ts'

export interface OpenedStream {
  /** The caller's own: `foldOperations` may change it in place. */
  readonly state: StreamState
  /** Up to where the state reaches: the start of the next `readSince`. */
  readonly position: StreamPosition
  readonly damaged: readonly Damage[]
  /** How many operations came after the snapshot: many of them make a new one worthwhile when there is time. */
  readonly sinceSnapshot: number
}

/** An unknown stream opens empty. A damaged page is reported and marked to be fetched anew. */
export async function openStream(db: LocalDatabase, stream: StreamId, kinds: KindTable): Promise<OpenedStream> {
  const opening = await withLocalDatabase(db, () => readOpeningRows(db, stream))
  const unpacked = opening.snapshot && (await openSnapshot(db, opening.snapshot))
  if (opening.snapshot !== undefined && unpacked === undefined) {
    const everything = await withLocalDatabase(db, () => readLogRows(db, stream, originPosition))
    return foldOnto(db, { rows: everything, state: emptyStreamState(), after: originPosition, kinds })
  }
  const after = opening.snapshot ?? originPosition
  return foldOnto(db, { rows: opening, state: unpacked ?? emptyStreamState(), after, kinds })
}

async function openSnapshot(db: LocalDatabase, row: SnapshotRow): Promise<StreamState | undefined> {
  return unpackState(await openJson(db, row.bytes, snapshotPlace(row.stream)))
}

interface Folding {
  readonly rows: LogRows
  readonly state: StreamState
  readonly after: StreamPosition
  readonly kinds: KindTable
}

async function foldOnto(db: LocalDatabase, { rows, state, after, kinds }: Folding): Promise<OpenedStream> {
  const log = await openLog(db, rows, after)
  foldOperations(state, log.operations, kinds)
  await refetchDamaged(db, rows.row, log.damaged)
  return { state, position: log.position, damaged: log.damaged, sinceSnapshot: log.operations.length }
}

/** Only damage in the newest generation asks for another one: an older one is being replaced already. */
export async function refetchDamaged(
  db: LocalDatabase,
  row: LogRows['row'],
  damaged: readonly Damage[],
): Promise<void> {
  const isHit = damaged.some(
    ({ what, ...damage }) => what === 'segment' && 'generation' in damage && damage.generation === row.generation,
  )
  if (isHit) await markForRefetch(db, row.stream)
}
