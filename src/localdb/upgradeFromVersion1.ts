// Brings the rows of a version 1 database to version 2. Operations, pages and drafts stay as they are; only counters are added.
import type { Transaction } from 'dexie'
import type { StreamRow } from './LocalRows.ts'

type FirstStreamRow = Omit<StreamRow, 'acked' | 'again' | 'base' | 'isWholeWanted' | 'backedUp' | 'refolds'>

export async function upgradeFromVersion1(transaction: Transaction): Promise<void> {
  const operations = transaction.table<unknown, [string, number]>('operations')
  const waiting = await operations.where('[status+stream+n]').between(['unsent', ''], ['unsent', []]).primaryKeys()
  const firstUnsent = new Map<string, number>()
  for (const [stream, n] of waiting) firstUnsent.set(stream, Math.min(n, firstUnsent.get(stream) ?? n))
  const streams = transaction.table<FirstStreamRow | StreamRow, string>('streams')
  const rows = await streams.toArray()
  await streams.bulkPut(rows.map((row) => asSecond(row, firstUnsent.get(row.stream))))
  // Only caches, which a new release makes anew in any case.
  await transaction.table('snapshots').clear()
}

function asSecond(row: FirstStreamRow, firstUnsent: number | undefined): StreamRow {
  const acked = firstUnsent === undefined ? row.n : firstUnsent - 1
  const counters = { acked, again: 0, base: 0, isWholeWanted: true, backedUp: 0, refolds: 0 }
  return { ...row, ...counters, summary: null, summaryAt: null }
}
