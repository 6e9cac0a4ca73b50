// Own operations that a pulled page contains leave the outbox. The chain makes this cheap: the hash of the last one stands for all before it [M2].
import type { OperationRow, StreamRow } from './LocalRows.ts'
import type { NativeReading } from './readNatively.ts'
import { unsentRange } from './unsentKeys.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

export interface OwnHash {
  readonly n: number
  readonly hash: string
}

/** This device's operations in a page, in order of n. */
export type OwnInPage = readonly OwnHash[]

interface ArrivedPage {
  readonly page: { readonly ops: readonly { readonly h: string }[] }
  readonly device: DeviceId
}

export function findOwnInPage({ page, device }: ArrivedPage, hashes: readonly string[]): OwnInPage {
  const own: OwnHash[] = []
  // A glance at the text spares parsing other devices' headers; the parser alone decides.
  const mark = `"${device}"`
  page.ops.forEach(({ h }, index) => {
    const hash = hashes[index]
    if (hash === undefined || !h.includes(mark)) return
    const header = parseHeader(h)
    if (header.ok && header.value.device === device) own.push({ n: header.value.n, hash })
  })
  return own.sort((a, b) => a.n - b.n)
}

type OwnCounters = Pick<StreamRow, 'n' | 'prev' | 'acked'>

/**
 * Runs inside the page's transaction. Returns the own counters after it: what is in the log is acknowledged, and our chain as the
 * server knows it may be longer than ours when this database was brought back from an old copy. Not while something here waits to be
 * sent: either it is there already, or this tablet and a copy of it have gone on side by side, and only sending it tells which.
 */
export async function settleOwn(settling: NativeReading, row: StreamRow, own: OwnInPage): Promise<OwnCounters> {
  const { stream, n, prev, acked } = row
  const last = own.at(-1)
  if (last === undefined) return { n, prev, acked }
  const { transaction, read, keyRange } = settling
  const operations = transaction.objectStore('operations')
  const held = await read(operations.get([stream, last.n]) as IDBRequest<OperationRow | undefined>)
  if (held?.hash === last.hash) removeRanges(settling, stream, own)
  else await compareEach(settling, stream, own)
  if (last.n <= acked) return { n, prev, acked }
  const isLonger = last.n > n
  const between = unsentRange(keyRange, { stream, acked }, isLonger ? Infinity : last.n)
  const waiting = between ? await read(operations.index('[status+stream+n]').count(between)) : 0
  if (waiting > 0) return { n, prev, acked }
  return isLonger ? { n: last.n, prev: last.hash, acked: last.n } : { n, prev, acked: last.n }
}

/** What lies between two ranges was refused: it is not in the log, and stays for a person. */
function removeRanges({ transaction, keyRange }: NativeReading, stream: string, own: OwnInPage): void {
  let from = own[0]?.n ?? 0
  for (const [index, { n }] of own.entries()) {
    if (own[index + 1]?.n === n + 1) continue
    transaction.objectStore('operations').delete(keyRange.bound([stream, from], [stream, n]))
    from = own[index + 1]?.n ?? 0
  }
}

/** Another operation under our dot is a fork and stays for a person. */
async function compareEach({ transaction, read }: NativeReading, stream: string, own: OwnInPage): Promise<void> {
  const operations = transaction.objectStore('operations')
  const reading = own.map(({ n }) => read(operations.get([stream, n]) as IDBRequest<OperationRow | undefined>))
  const rows = await Promise.all(reading)
  rows.forEach((row, index) => {
    if (row === undefined) return
    if (row.hash === own[index]?.hash) operations.delete([stream, row.n])
    else operations.put({ ...row, status: 'refused', code: 'fork' } satisfies OperationRow)
  })
}
