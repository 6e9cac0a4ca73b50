// Opens own operations for sending, verbatim.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OwnRun } from './listUnsent.ts'
import type { OperationRow, StreamRow } from './LocalRows.ts'
import { readNatively, type NativeReading } from './readNatively.ts'
import { openOwnTexts } from './readStreamLog.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

export interface OwnOperation {
  readonly n: number
  /** Of the header. */
  readonly hash: string
  readonly encoded: EncodedOperation
  /** UTF-8 bytes of its texts. */
  readonly size: number
  /** It was in a server's log before [P13]. */
  readonly again: boolean
}

/** In order of n. Damaged rows are left out: see `missing`. */
export interface ReadRun {
  readonly operations: readonly OwnOperation[]
  readonly missing: readonly number[]
}

export async function readRun(db: LocalDatabase, run: OwnRun): Promise<ReadRun> {
  const [row, rows] = await withLocalDatabase(db, () =>
    readNatively(db.dexie, ['streams', 'operations'], (transaction, read) =>
      Promise.all([
        read(transaction.objectStore('streams').get(run.stream) as IDBRequest<StreamRow | undefined>),
        readOwnRows({ transaction, read, keyRange: db.dexie.keyRange }, run),
      ]),
    ),
  )
  return openRun(db, rows, row?.again ?? 0)
}

export function readOwnRows(
  { transaction, read, keyRange }: NativeReading,
  { stream, from, to }: OwnRun,
): Promise<OperationRow[]> {
  const range = keyRange.bound([stream, from], [stream, to])
  return read(transaction.objectStore('operations').getAll(range) as IDBRequest<OperationRow[]>)
}

/** `again`: of the stream's row. */
export async function openRun(db: LocalDatabase, rows: readonly OperationRow[], again: number): Promise<ReadRun> {
  const opened = await openOwnTexts(db, rows)
  return {
    operations: opened.flatMap(({ row: { n, hash, size, code }, encoded }) =>
      encoded === undefined ? [] : [{ n, hash, encoded, size, again: n <= again && code === '' }],
    ),
    missing: opened.flatMap(({ row: { n }, encoded }) => (encoded === undefined ? [n] : [])),
  }
}
