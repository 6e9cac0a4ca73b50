// Opens an audit: the snapshot and what came after it. Damage is reported and worked around, never a reason not to open.
import { originPosition } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { SnapshotRow, StreamPosition, StreamRow } from './LocalRows.ts'
import { markForRefetch } from './markForRefetch.ts'
import { noteSeen } from './noticeMoved.ts'
import { openBases } from './openBases.ts'
import { openLog, readOpeningRows, type Damage, type LogRows, type OpeningRows } from './readStreamLog.ts'
import { snapshotPlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { foldOperations } from '../domain/oplog/foldOperations.ts'
import type { KindTable } from '../domain/oplog/KindTable.ts'
import { emptyStreamState, type StreamState } from '../domain/oplog/StreamState.ts'
import { unpackState } from '../domain/oplog/unpackState.ts'

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
  const opening = await withLocalDatabase(db, () => readOpeningRows(db, stream, 'snapshot'))
  noteSeen(db, opening.row)
  if (opening.snapshot === undefined) return foldWhole(db, opening, kinds)
  const state = await openSnapshot(db, opening.snapshot, kinds)
  const opened = state && (await foldOnto(db, opening, { state, after: opening.snapshot, kinds }))
  if (opened?.needsRefold === false) return finish(db, opening.row, opened)
  return foldWhole(db, await withLocalDatabase(db, () => readOpeningRows(db, stream, 'log')), kinds)
}

async function openSnapshot(db: LocalDatabase, row: SnapshotRow, kinds: KindTable): Promise<StreamState | undefined> {
  const packed = await openJson(db, row.bytes, snapshotPlace(row.stream))
  return unpackState(packed, { kinds, isOfThisRelease: row.release === db.release })
}

async function foldWhole(db: LocalDatabase, rows: OpeningRows, kinds: KindTable): Promise<OpenedStream> {
  const damaged: Damage[] = []
  const base = await openBases(db, rows.bases, { kinds, damaged })
  const start = { state: base ?? emptyStreamState(), after: originPosition, kinds }
  const opened = await foldOnto(db, rows, start)
  // A sign-off holds back something that the base has folded in: only the whole log tells what the stream amounts to then [M14].
  if (opened.needsRefold && base !== undefined) await markForRefetch(db, rows.row.stream)
  return finish(db, rows.row, { ...opened, damaged: [...damaged, ...opened.damaged] })
}

interface FoldStart {
  readonly state: StreamState
  readonly after: StreamPosition
  readonly kinds: KindTable
}

interface Folded extends OpenedStream {
  /** A sign-off holds back what the start had folded in [M14]. */
  readonly needsRefold: boolean
}

async function foldOnto(db: LocalDatabase, rows: LogRows, { state, after, kinds }: FoldStart): Promise<Folded> {
  const { operations, position, damaged } = await openLog(db, rows, after)
  const { needsRefold } = foldOperations(state, operations, kinds)
  return { state, position, damaged, sinceSnapshot: operations.length, needsRefold }
}

async function finish(db: LocalDatabase, row: StreamRow, opened: OpenedStream): Promise<OpenedStream> {
  const { state, position, damaged, sinceSnapshot } = opened
  await refetchDamaged(db, row, damaged)
  return { state, position, damaged, sinceSnapshot }
}

/** Only damage in the newest generation asks for another one: an older one is being replaced already. */
export async function refetchDamaged(
  db: LocalDatabase,
  row: LogRows['row'],
  damaged: readonly Damage[],
): Promise<void> {
  const hit = damaged.filter((damage) => 'generation' in damage && damage.generation === row.generation)
  if (hit.length === 0) return
  await markForRefetch(db, row.stream, hit.some(({ what }) => what === 'base') ? 'snapshot' : 'log')
}
