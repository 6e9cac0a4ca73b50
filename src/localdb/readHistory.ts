// Everything that was ever written about one entity: the versions a person may compare and take back.
import { originPosition } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationStatus } from './LocalRows.ts'
import { openOwn, openSegments, parseShared, readLogRows, type OpenedSegment } from './readStreamLog.ts'
import { statusOf } from './statusOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { Dot, EntityId, StreamId } from '../domain/oplog/Dot.ts'
import type { Operation } from '../domain/oplog/Operation.ts'

export interface HistoryEntry {
  readonly operation: Operation
  /** `shared`: in the server's log. The others exist on this tablet so far. */
  readonly status: 'shared' | OperationStatus
}

/** In the order of the server's log, this device's own unsent ones last. Reads the whole stream: not for hot paths. */
export async function readHistory(db: LocalDatabase, stream: StreamId, entity: EntityId): Promise<HistoryEntry[]> {
  const rows = await withLocalDatabase(db, () => readLogRows(db, stream, originPosition))
  const segments = await openSegments(db, rows.segments, [])
  const own = await openOwn(db, rows.own, [])
  const history = new Map<Dot, HistoryEntry>()
  for (const operation of operationsAbout(segments, entity)) {
    history.set(operation.dot, { operation, status: 'shared' })
  }
  for (const { operation, row } of own) {
    if (operation.entity !== entity || history.has(operation.dot)) continue
    history.set(operation.dot, { operation, status: statusOf(row, rows.row.acked) })
  }
  return [...history.values()]
}

function* operationsAbout(segments: readonly OpenedSegment[], entity: EntityId): Generator<Operation> {
  // A glance at the text spares parsing the rest of the audit.
  const mark = JSON.stringify(entity)
  for (const { operations } of segments) {
    for (const encoded of operations) {
      const operation = encoded.header.includes(mark) ? parseShared(encoded) : undefined
      if (operation?.entity === entity) yield operation
    }
  }
}
