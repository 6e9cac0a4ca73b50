// Puts own operations back that this tablet has lost, from a file that it exported itself. Same dot, same hash, nothing else.
import { checkIdentity } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import { findOperations } from './findOperations.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { OperationRow, StreamRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { operationPlace } from './rowPlaces.ts'
import { sealText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'
import { parseHeader } from '../domain/oplog/parseOperation.ts'

export interface OwnOperations {
  readonly stream: StreamId
  /** Of this device, a chain in order of n, and proven to be so. */
  readonly operations: readonly EncodedOperation[]
}

/** Returns how many were missing. A place that holds another operation, or that does not follow the chain, is left as it is. */
export async function restoreOwn(db: LocalDatabase, { stream, operations }: OwnOperations): Promise<number> {
  const { dexie } = db
  const isThere = await findOperations(db, stream)
  const missing = await Promise.all(
    operations.filter((encoded) => !isThere(encoded)).map((encoded) => rowOf(db, stream, encoded)),
  )
  const restored = await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.operations, dexie.streams, dexie.sentinel, async () => {
      await checkIdentity(db)
      let row = (await dexie.streams.get(stream)) ?? emptyStreamRow(stream)
      let count = 0
      for (const { operation, prev } of missing) {
        const isTaken = (await dexie.operations.get([stream, operation.n])) !== undefined
        const place = isTaken ? undefined : fit(row, operation, prev)
        if (place === undefined) continue
        row = place
        count += 1
        await dexie.operations.add(operation)
      }
      if (count > 0) await dexie.streams.put(row)
      return count
    }),
  )
  if (restored > 0) {
    db.heads.delete(stream)
    db.announce({ stream, source: 'pulled' })
  }
  return restored
}

interface Missing {
  readonly operation: OperationRow
  readonly prev: string
}

async function rowOf(db: LocalDatabase, stream: StreamId, encoded: EncodedOperation): Promise<Missing> {
  const header = parseHeader(encoded.header)
  const { n, prev } = header.ok ? header.value : { n: 0, prev: '' }
  const sealed = await sealText(db, packOperations([encoded]), operationPlace({ stream, n }))
  return { operation: { stream, n, status: 'unsent', code: '', hash: db.sha256(encoded.header), ...sealed }, prev }
}

/** The stream after it; undefined where it has no place. A gap in the past is filled, and states made without it are made anew. */
function fit(row: StreamRow, { n, hash }: OperationRow, prev: string): StreamRow | undefined {
  if (n < 1) return undefined
  if (n <= row.n) return { ...row, refolds: row.refolds + 1 }
  return n === row.n + 1 && prev === row.prev ? { ...row, n, prev: hash } : undefined
}
