// Where the pulled log of a stream ends here: its row and the small page that takes in what comes next. What was written last is
// remembered, so that live work need not read it again. Remembered is guessed: `isSameEnd` confirms it inside every transaction.
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase, StreamEnd } from './LocalDatabase.ts'
import type { SegmentRow, StreamRow } from './LocalRows.ts'
import { unpackOperations, type KeptOperation } from './packOperations.ts'
import { readNatively } from './readNatively.ts'
import { segmentPlace } from './rowPlaces.ts'
import { openText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

/**
 * Below this a segment takes in the next page, so that live work does not leave thousands of tiny rows; above it
 * rewriting costs more: on the tablet that follows live, twice as long on the disk at 32 KB.
 */
export const smallSegmentBytes = 8 * 1024

/** Each holds at most a small segment. More audits are not worked on at one time. */
const mostRemembered = 8

/** A damaged tail stays as it is, to be found and fetched anew by a reader. */
export async function readEnd(db: LocalDatabase, stream: StreamId): Promise<StreamEnd> {
  const { row, tail } = await withLocalDatabase(db, () => readRows(db, stream))
  const text = tail && (await openText(db, tail.bytes, segmentPlace(tail)))
  return { row, tail: text === undefined ? undefined : unpackOperations(text) }
}

function readRows(
  db: LocalDatabase,
  stream: StreamId,
): Promise<{ readonly row: StreamRow; readonly tail: SegmentRow | undefined }> {
  return readNatively(db.dexie, ['streams', 'segments'], async (transaction, read) => {
    const found = await read(transaction.objectStore('streams').get(stream) as IDBRequest<StreamRow | undefined>)
    const row = found ?? emptyStreamRow(stream)
    if (!takesInMore(row)) return { row, tail: undefined }
    const key = [stream, row.generation, row.cursor]
    const tail = await read(transaction.objectStore('segments').get(key) as IDBRequest<SegmentRow | undefined>)
    return { row, tail }
  })
}

function takesInMore({ tailSize }: StreamRow): boolean {
  return tailSize > 0 && tailSize < smallSegmentBytes
}

/** `written`: the operations of the segment that now ends at the cursor. */
export function rememberEnd({ ends }: LocalDatabase, row: StreamRow, written: readonly KeptOperation[]): void {
  if (ends.size >= mostRemembered && !ends.has(row.stream)) ends.clear()
  ends.set(row.stream, { row, tail: takesInMore(row) ? written : undefined })
}

/** Nothing has been added, dropped or begun anew in between. */
export function isSameEnd(a: StreamRow, b: StreamRow): boolean {
  return (
    a.generation === b.generation &&
    a.cursor === b.cursor &&
    a.root === b.root &&
    a.base === b.base &&
    a.tailSize === b.tailSize
  )
}
