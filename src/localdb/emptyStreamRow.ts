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
    acked: 0,
    again: 0,
    base: 0,
    isWholeWanted: true,
    backedUp: 0,
    refolds: 0,
    summary: null,
    summaryAt: null,
  }
}

/** Before everything: reading since here reads all there is. */
export const originPosition: StreamPosition = { generation: 0, cursor: 0, own: 0, refolds: 0 }

export function positionOf(row: StreamRow): StreamPosition {
  const { generation, cursor, n: own, refolds } = row
  return { generation, cursor, own, refolds }
}
