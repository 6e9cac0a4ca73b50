// What came after a position: for hints of other tabs and for pulls. Reading an operation twice is harmless, leaving one out is not.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { refetchDamaged } from './openStream.ts'
import { isBehind, openLog, readLogRows, type StreamLog } from './readStreamLog.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface StreamNews extends StreamLog {
  /** What lies between is not held any more, or what was folded no longer counts: open the stream again instead. */
  readonly mustReopen: boolean
}

/** Operations to fold and the position after them. */
export async function readSince(db: LocalDatabase, stream: StreamId, position: StreamPosition): Promise<StreamNews> {
  const rows = await withLocalDatabase(db, () => readLogRows(db, stream, position))
  const log = await openLog(db, rows, position)
  await refetchDamaged(db, rows.row, log.damaged)
  return { ...log, mustReopen: isBehind(rows.row, position) }
}
