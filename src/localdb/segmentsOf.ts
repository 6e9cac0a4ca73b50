// All pages of a stream, of every generation, in order.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { SegmentRow } from './LocalRows.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export function segmentsOf(db: LocalDatabase, stream: StreamId): PromiseLike<SegmentRow[]> {
  const key = '[stream+generation+to]'
  return db.dexie.segments.where(key).between([stream, 0, 0], [stream, Infinity, Infinity]).toArray()
}
