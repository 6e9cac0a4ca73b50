// Writes verdicts of the server beside own operations. Their bytes never change and nothing is deleted here.
import { checkIdentity } from './checkIdentity.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { OperationRow, StreamRow } from './LocalRows.ts'
import { uncountedCodes } from './readStreamLog.ts'
import { unsentKeys } from './unsentKeys.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export type OwnMark =
  | { readonly n: number; readonly status: 'acked' }
  /** Kept and shown with its code; never blocks what follows. */
  | { readonly n: number; readonly status: 'refused'; readonly code: string }

/** Refused for the run's signature alone: the operation itself is as good as it was, and is offered once more under a new one. */
const offeredOnceMore: readonly string[] = ['bad-signature']

/**
 * All marks of one stream in one transaction. Acknowledgements move the stream's watermark: a thousand of them are one small write.
 * Operations that a page has taken meanwhile are passed over.
 */
export async function markOwn(db: LocalDatabase, stream: StreamId, marks: readonly OwnMark[]): Promise<void> {
  const { dexie } = db
  if (marks.length === 0) return
  await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.streams, dexie.sentinel, async () => {
      await checkIdentity(db)
      const row = await dexie.streams.get(stream)
      if (row === undefined) return
      await refuse(dexie, stream, marks)
      const acked = await acknowledge(dexie, row, marks)
      const refolds = row.refolds + (marks.some(isUncounted) ? 1 : 0)
      if (acked !== row.acked || refolds !== row.refolds) await dexie.streams.put({ ...row, acked, refolds })
    }),
  )
  // Who shows it must fold anew: no page need come that says so.
  if (marks.some(isUncounted)) db.announce({ stream, source: 'pulled' })
}

/** It was folded when it was recorded, and no longer counts. */
function isUncounted(mark: OwnMark): boolean {
  return mark.status === 'refused' && uncountedCodes.includes(mark.code)
}

async function refuse(dexie: LocalDexie, stream: StreamId, marks: readonly OwnMark[]): Promise<void> {
  const codes = new Map(marks.flatMap((mark) => (mark.status === 'refused' ? [[mark.n, mark.code] as const] : [])))
  if (codes.size === 0) return
  const rows = await dexie.operations.bulkGet([...codes.keys()].map((n) => [stream, n]))
  const refused = rows.flatMap((row) => (row === undefined ? [] : [withCode(row, codes.get(row.n) ?? '')]))
  await dexie.operations.bulkPut(refused)
}

function withCode(row: OperationRow, code: string): OperationRow {
  const isOfferedAgain = offeredOnceMore.includes(code) && row.code !== code
  return { ...row, status: isOfferedAgain ? 'unsent' : 'refused', code }
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Returns the new watermark. It never passes an operation that still waits: what lies behind such a one is marked in its row. */
async function acknowledge(dexie: LocalDexie, row: StreamRow, marks: readonly OwnMark[]): Promise<number> {
  let { acked } = row
  for (const { from, to } of rangesOf(marks)) {
    if (to <= acked) continue
    const waiting = await unsentKeys(dexie, { stream: row.stream, acked }, from).count()
    if (waiting === 0) acked = to
    else await markRows(dexie, row.stream, { from, to })
  }
  return acked
}

async function markRows(dexie: LocalDexie, stream: StreamId, { from, to }: Range): Promise<void> {
  const rows = await dexie.operations.where('[stream+n]').between([stream, from], [stream, to], true, true).toArray()
  await dexie.operations.bulkPut(rows.map((row) => ({ ...row, status: 'acked', code: '' })))
}

function rangesOf(marks: readonly OwnMark[]): Range[] {
  const ns = marks.flatMap(({ n, status }) => (status === 'acked' ? [n] : [])).sort((a, b) => a - b)
  const ranges: Range[] = []
  for (const n of ns) {
    const last = ranges.at(-1)
    if (last?.to === n - 1) ranges[ranges.length - 1] = { ...last, to: n }
    else ranges.push({ from: n, to: n })
  }
  return ranges
}
