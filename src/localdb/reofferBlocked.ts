// Offers once more what could not be sent because something before it was missing, where the server has come by that in another way.
import { checkIdentity } from './checkIdentity.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow } from './LocalRows.ts'
import type { OwnMarkAtServer } from './noteFacts.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** An entry before it is lost, and the server takes them only in order. */
const blockedCode = 'missing-before'

/** True where something waits to be sent now. */
export async function reofferBlocked(db: LocalDatabase, marks: readonly OwnMarkAtServer[]): Promise<boolean> {
  const { dexie } = db
  const markOf = new Map<string, number>(marks.map(({ stream, n }) => [stream, n]))
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.streams, dexie.sentinel, async () => {
      await checkIdentity(db)
      const refused = dexie.operations.where('[status+stream+n]').between(['refused', ''], ['refused', []])
      const firstOf = new Map<string, number>()
      const blocked = (await refused.toArray()).filter(({ code }) => code === blockedCode)
      for (const { stream, n } of blocked) firstOf.set(stream, Math.min(n, firstOf.get(stream) ?? n))
      const sendable = blocked.filter(({ stream }) => (markOf.get(stream) ?? 0) + 1 >= (firstOf.get(stream) ?? 0))
      await dexie.operations.bulkPut(sendable.map((row): OperationRow => ({ ...row, status: 'unsent', code: '' })))
      for (const row of await dexie.streams.bulkGet([...new Set(sendable.map(({ stream }) => stream))])) {
        const first = firstOf.get(row?.stream ?? '') ?? Infinity
        // What waits must lie behind the watermark to be seen.
        if (row !== undefined && row.acked >= first) await dexie.streams.put({ ...row, acked: first - 1 })
      }
      return sendable.length > 0
    }),
  )
}
