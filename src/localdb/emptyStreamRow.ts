// A stream nothing is known of yet.
import type { StreamPosition, StreamRow } from './LocalRows.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import { emptyChain } from '../domain/oplog/encodeOperation.ts'

export function emptyStreamRow(stream: StreamId): StreamRow {
  return {
    stream,
    generation: 0,
    oldest: 0,
    cursor: 0,
    root: '',
    tailSize: 0,
    n: emptyChain.n,
    prev: emptyChain.hash,
    summary: null,
    summaryAt: null,
  }
}

/** Before everything: reading since here reads all there is. */
export const originPosition: StreamPosition = { generation: 0, cursor: 0, own: 0 }

export function positionOf(row: StreamRow): StreamPosition {
  return { generation: row.generation, cursor: row.cursor, own: row.n }
}
