// The operations that the server did not take, for a person to look at.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow } from './LocalRows.ts'
import { readNatively } from './readNatively.ts'
import { openOwn } from './readStreamLog.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { Operation } from '../domain/oplog/Operation.ts'

export interface RefusedOperation {
  readonly stream: StreamId
  readonly n: number
  /** A quarantine code of the protocol, `fork`, or one of the sync engine's own. */
  readonly code: string
  /** Undefined where the row itself is damaged. */
  readonly operation: Operation | undefined
}

export async function listRefused(db: LocalDatabase): Promise<RefusedOperation[]> {
  const rows = await withLocalDatabase(db, () =>
    readNatively(db.dexie, ['operations'], (transaction, read) => {
      const refused = db.dexie.keyRange.bound(['refused', ''], ['refused', []])
      return read(
        transaction.objectStore('operations').index('[status+stream+n]').getAll(refused) as IDBRequest<OperationRow[]>,
      )
    }),
  )
  const opened = new Map((await openOwn(db, rows, [])).map(({ row, operation }) => [row, operation]))
  return rows.map((row) => ({ stream: row.stream, n: row.n, code: row.code, operation: opened.get(row) }))
}
