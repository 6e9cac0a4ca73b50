// Puts own operations that the server lost back into the outbox, from wherever this tablet still holds them.
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { openOwn, openSegments } from './readStreamLog.ts'
import { operationPlace } from './rowPlaces.ts'
import { sealText } from './sealText.ts'
import { segmentsOf } from './segmentsOf.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

export interface Revival {
  readonly stream: StreamId
  readonly device: DeviceId
  /** The first n that the server misses. */
  readonly from: number
}

/** Returns the ns of which this tablet has no readable copy any more. Damaged rows are left as they are. */
export async function reviveOwn(db: LocalDatabase, revival: Revival): Promise<number[]> {
  const { dexie } = db
  const { stream, from } = revival
  // What is recorded from now on is unsent by itself.
  const { n: head } = (await withLocalDatabase(db, () => dexie.streams.get(stream))) ?? emptyStreamRow(stream)
  const own = () => dexie.operations.where('[stream+n]').between([stream, from], [stream, head], true, true).toArray()
  const packed = await ownInSegments(db, revival)
  const readable = new Set((await openOwn(db, await withLocalDatabase(db, own), [])).map(({ row }) => row.n))
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.streams, async () => {
      const rows = new Map(packed)
      const held = await own()
      for (const row of held) {
        if (readable.has(row.n)) rows.set(row.n, { ...row, status: 'unsent', code: '' })
      }
      const isWaiting = new Set(held.flatMap(({ n, status }) => (status === 'unsent' ? [n] : [])))
      await dexie.operations.bulkPut([...rows.values()].filter(({ n }) => !isWaiting.has(n)))
      const row = await dexie.streams.get(stream)
      if (row !== undefined && row.acked >= from) await dexie.streams.put({ ...row, acked: from - 1 })
      return missingFrom(from, head, rows)
    }),
  )
}

async function ownInSegments(db: LocalDatabase, { stream, device, from }: Revival): Promise<Map<number, OperationRow>> {
  const segments = await openSegments(db, await withLocalDatabase(db, () => segmentsOf(db, stream)), [])
  const rows = new Map<number, OperationRow>()
  for (const encoded of segments.flatMap(({ operations }) => operations)) {
    const header = encoded.header.includes(`"${device}"`) ? parseHeader(encoded.header) : undefined
    if (header?.ok !== true || header.value.device !== device || header.value.n < from) continue
    const { n } = header.value
    rows.set(n, await sealOwn(db, { stream, n }, encoded))
  }
  return rows
}

async function sealOwn(
  db: LocalDatabase,
  { stream, n }: Pick<OperationRow, 'stream' | 'n'>,
  encoded: EncodedOperation,
): Promise<OperationRow> {
  const sealed = await sealText(db, packOperations([bare(encoded)]), operationPlace({ stream, n }))
  return { stream, n, status: 'unsent', code: '', hash: db.sha256(encoded.header), ...sealed }
}

/** A signature belongs to the run that was; the next push makes its own. */
function bare({ header, body, salt }: EncodedOperation): EncodedOperation {
  return { header, body, salt }
}

function missingFrom(from: number, head: number, rows: ReadonlyMap<number, unknown>): number[] {
  const missing: number[] = []
  for (let n = from; n <= head; n += 1) if (!rows.has(n)) missing.push(n)
  return missing
}
