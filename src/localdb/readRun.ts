// Opens own operations for sending, verbatim.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OwnRun } from './listUnsent.ts'
import { openOwn, type Damage } from './readStreamLog.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

export interface OwnOperation {
  readonly n: number
  readonly encoded: EncodedOperation
  /** UTF-8 bytes of its texts. */
  readonly size: number
}

/** In order of n. Damaged rows are left out: see `missing`. */
export interface ReadRun {
  readonly operations: readonly OwnOperation[]
  readonly missing: readonly number[]
}

export async function readRun(db: LocalDatabase, { stream, from, to }: OwnRun): Promise<ReadRun> {
  const rows = await withLocalDatabase(db, () =>
    db.dexie.operations.where('[stream+n]').between([stream, from], [stream, to], true, true).toArray(),
  )
  const damaged: Damage[] = []
  const opened = await openOwn(db, rows, damaged)
  return {
    operations: opened.map(({ row, encoded }) => ({ n: row.n, encoded, size: row.size })),
    missing: damaged.flatMap((damage) => (damage.what === 'own-operation' ? [damage.n] : [])),
  }
}
