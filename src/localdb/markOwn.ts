// Writes verdicts of the server beside own operations. Their bytes never change and nothing is deleted here.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow } from './LocalRows.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export type OwnMark =
  | { readonly n: number; readonly status: 'acked' }
  /** Kept and shown with its code; never blocks what follows. */
  | { readonly n: number; readonly status: 'refused'; readonly code: string }

/** All marks of one stream in one transaction. Operations that a page has taken meanwhile are passed over. */
export function markOwn(db: LocalDatabase, stream: StreamId, marks: readonly OwnMark[]): Promise<void> {
  const { operations } = db.dexie
  if (marks.length === 0) return Promise.resolve()
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', operations, async () => {
      const rows = await operations.bulkGet(marks.map(({ n }) => [stream, n]))
      const marked: OperationRow[] = []
      marks.forEach((mark, index) => {
        const row = rows[index]
        if (row === undefined) return
        marked.push({ ...row, status: mark.status, code: mark.status === 'refused' ? mark.code : '' })
      })
      await operations.bulkPut(marked)
    }),
  )
}
