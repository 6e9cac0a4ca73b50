// Everything that was ever written in one audit, as far as it is on this tablet, and where each tablet's chain ends.
import { originPosition } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { HistoryEntry } from './readHistory.ts'
import { openOwn, openSegments, parseShared, readLogRows, type Damage } from './readStreamLog.ts'
import { statusOf } from './statusOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, Dot, StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation, Operation } from '../domain/oplog/Operation.ts'

export interface WholeHistory {
  /** In the order of the server's log, this device's own unsent ones last. */
  readonly entries: readonly HistoryEntry[]
  /** The last operation of each device in it: its number, and the SHA-256 of its header. */
  readonly ends: readonly { readonly device: DeviceId; readonly n: number; readonly hash: string }[]
  /** False where earlier operations are not on this tablet any more, or cannot be read. */
  readonly isWhole: boolean
}

/** Reads and parses the whole stream: for a report, never while somebody works. */
export async function readWholeHistory(db: LocalDatabase, stream: StreamId): Promise<WholeHistory> {
  const rows = await withLocalDatabase(db, () => readLogRows(db, stream, originPosition))
  const damaged: Damage[] = []
  const segments = await openSegments(db, rows.segments, damaged)
  const own = await openOwn(db, rows.own, damaged)
  const entries = new Map<Dot, HistoryEntry>()
  const last = new Map<DeviceId, LastOperation>()
  const take = (encoded: EncodedOperation, entry: HistoryEntry) => {
    const { operation } = entry
    if (entries.has(operation.dot)) return
    entries.set(operation.dot, entry)
    if ((last.get(operation.device)?.operation.n ?? 0) < operation.n) last.set(operation.device, { operation, encoded })
  }
  let unreadable = 0
  for (const encoded of segments.flatMap(({ operations }) => operations)) {
    const operation = parseShared(encoded)
    if (operation === undefined) unreadable += 1
    else take(encoded, { operation, status: 'shared' })
  }
  for (const { encoded, operation, row } of own) take(encoded, { operation, status: statusOf(row, rows.row.acked) })
  return {
    entries: [...entries.values()],
    ends: [...last.values()].map(({ operation: { device, n }, encoded }) => ({
      device,
      n,
      hash: db.sha256(encoded.header),
    })),
    isWhole: rows.row.base === 0 && damaged.length + unreadable === 0,
  }
}

interface LastOperation {
  readonly operation: Operation
  readonly encoded: EncodedOperation
}
