// Puts own operations that the server lost back into the outbox, from wherever this tablet still holds them.
import { checkIdentity } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { OperationRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { openOwnTexts, openSegments } from './readStreamLog.ts'
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
  /**
   * `need`: the server asks for it to go on in the chain. `loss`: it had these before and has lost them, so what it once refused is
   * offered again as well: its chain went on behind it.
   */
  readonly why: 'need' | 'loss'
}

/** The server never took these into the chain, and will not now. */
const hopelessCodes: readonly string[] = [
  'damaged',
  'too-large',
  'bad-signature',
  'wrong-key',
  'wrong-stream',
  'wrong-device',
  'broken-chain',
  'wrong-organisation',
]

/** Returns the ns of which this tablet has no copy that it could send. Damaged rows are left as they are. */
export async function reviveOwn(db: LocalDatabase, revival: Revival): Promise<number[]> {
  const { dexie } = db
  const { stream, from } = revival
  // What is recorded from now on is unsent by itself.
  const { n: head } = (await withLocalDatabase(db, () => dexie.streams.get(stream))) ?? emptyStreamRow(stream)
  const own = () => dexie.operations.where('[stream+n]').between([stream, from], [stream, head], true, true).toArray()
  const packed = await ownInSegments(db, revival)
  const opened = await openOwnTexts(db, await withLocalDatabase(db, own))
  const sendable = new Set(
    opened.filter(({ row, encoded }) => encoded && isSendable(row, revival)).map(({ row }) => row.n),
  )
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.streams, dexie.sentinel, async () => {
      await checkIdentity(db)
      const held = await own()
      const kept = new Set(held.map(({ n }) => n))
      const refused = held.filter(({ n, status }) => status !== 'unsent' && sendable.has(n))
      await dexie.operations.bulkPut([
        ...refused.map((row): OperationRow => ({ ...row, status: 'unsent' })),
        // Beside a row its copy in a page adds nothing.
        ...[...packed.values()].filter(({ n }) => !kept.has(n)),
      ])
      await lowerWatermark(dexie, revival, Math.max(0, ...packed.keys()))
      return missingFrom(from, head, (n) => sendable.has(n) || (packed.has(n) && !kept.has(n)))
    }),
  )
}

function isSendable({ status, code }: OperationRow, { why }: Revival): boolean {
  return why === 'loss' || status !== 'refused' || !hopelessCodes.includes(code)
}

/** `shared`: the last one that a page holds. It was in a log, and so was what lay before the watermark. */
async function lowerWatermark(dexie: LocalDexie, { stream, from }: Revival, shared: number): Promise<void> {
  const row = await dexie.streams.get(stream)
  if (row === undefined || Math.max(row.acked, shared) < from) return
  const again = Math.max(row.again, row.acked, shared)
  await dexie.streams.put({ ...row, acked: Math.min(row.acked, from - 1), again })
}

async function ownInSegments(db: LocalDatabase, { stream, device, from }: Revival): Promise<Map<number, OperationRow>> {
  const segments = await openSegments(db, await withLocalDatabase(db, () => segmentsOf(db, stream)), [])
  const rows = new Map<number, OperationRow>()
  // The oldest last: where a copy of this tablet wrote something else under the same number, the newest pages hold that.
  for (const encoded of segments.reverse().flatMap(({ operations }) => operations)) {
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

function missingFrom(from: number, head: number, isHere: (n: number) => boolean): number[] {
  const missing: number[] = []
  for (let n = from; n <= head; n += 1) if (!isHere(n)) missing.push(n)
  return missing
}
