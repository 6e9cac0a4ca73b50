// Keeps a folded state for the next opening. Only a cache: losing it loses nothing.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { snapshotPlace } from './rowPlaces.ts'
import { sealPacked } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { packState } from '../domain/oplog/packState.ts'
import type { StreamState } from '../domain/oplog/StreamState.ts'

export interface Snapshot {
  readonly stream: StreamId
  /** The state must hold everything up to here: what `openStream` and `readSince` returned beside it. */
  readonly position: StreamPosition
  readonly state: StreamState
}

/** Call it when idle: packing 1,000 answers takes a few milliseconds of the main thread. */
export async function saveSnapshot(db: LocalDatabase, { stream, position, state }: Snapshot): Promise<void> {
  const packed = packState(state)
  const sealed = await sealPacked(db, JSON.stringify(packed), snapshotPlace(stream))
  const row = { ...position, stream, release: db.release, ...sealed }
  await withLocalDatabase(db, () => db.dexie.snapshots.put(row))
}
