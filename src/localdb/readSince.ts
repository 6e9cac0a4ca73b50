// What came after a position: for hints of other tabs and for pulls. Reading an operation twice is harmless, leaving one out is not.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { refetchDamaged } from './openStream.ts'
import { openLog, readLogRows, type StreamLog } from './readStreamLog.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/** Operations to fold and the position after them. */
export async function readSince(db: LocalDatabase, stream: StreamId, position: StreamPosition): Promise<StreamLog> {
  const rows = await withLocalDatabase(db, () => readLogRows(db, stream, position))
  const log = await openLog(db, rows, position)
  await refetchDamaged(db, rows.row, log.damaged)
  return log
}
