// The transaction of a save, on IndexedDB itself: Dexie's own costs as much again, and this is what a tap waits for.
// Strict: it completes only once the bytes are on the disk. Whatever fails in it aborts all of it.
import { Dexie } from 'dexie'
import { refuseOther } from './checkIdentity.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { DraftKey, OperationRow, SentinelRow, StreamRow } from './LocalRows.ts'
import { evidenceStores, putEvidence } from './putEvidence.ts'
import type { SealedFile } from './sealEvidence.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { ChainHead } from '../domain/oplog/encodeOperation.ts'

export interface LocalCommit {
  readonly stream: StreamId
  readonly device: DeviceId
  /** The head that the rows follow, and the head after them. */
  readonly before: ChainHead
  readonly after: ChainHead
  readonly rows: readonly OperationRow[]
  readonly clearsDrafts: readonly DraftKey[]
  /** Evidence that the operations speak of: in the same transaction. */
  readonly files: readonly SealedFile[]
}

/**
 * Resolves with the head after the transaction completed: `after` when the rows were written, the head found when another tab
 * was faster. `after` is also found when an earlier try was committed although its connection died.
 */
export function commitLocal(db: Pick<LocalDatabase, 'dexie' | 'identity'>, commit: LocalCommit): Promise<ChainHead> {
  return new Promise((resolve, reject) => {
    const transaction = begin(db.dexie, commit)
    let found = commit.before
    let failure: unknown
    transaction.oncomplete = () => resolve(found)
    transaction.onabort = () => reject(asError(failure ?? transaction.error))
    const fail = (error: unknown) => {
      failure = error
      transaction.abort()
    }
    if (isFirst(commit)) {
      whenRead(transaction, (row) => refuseOther(db, row, commit.device), fail)
    }
    const reading = transaction.objectStore('streams').get(commit.stream) as IDBRequest<StreamRow | undefined>
    reading.onsuccess = () => {
      const row = reading.result ?? emptyStreamRow(commit.stream)
      found = { n: row.n, hash: row.prev }
      if (!isSameHead(found, commit.before)) return
      found = commit.after
      try {
        write(transaction, commit, row)
        if (commit.files.length > 0) putEvidence(transaction, commit.files, { keyRange: db.dexie.keyRange, fail })
        // Without it the browser first waits whether more is to come; with files more does.
        else transaction.commit()
      } catch (error) {
        fail(error)
      }
    }
  })
}

/** Another identity of this tablet begins each chain anew: only at its beginning a head does not tell whose it is. */
function isFirst({ before }: LocalCommit): boolean {
  return before.n === 0
}

function whenRead(
  transaction: IDBTransaction,
  check: (row: SentinelRow | undefined) => void,
  fail: (error: unknown) => void,
): void {
  const reading = transaction.objectStore('sentinel').get('device') as IDBRequest<SentinelRow | undefined>
  reading.onsuccess = () => {
    try {
      check(reading.result)
    } catch (error) {
      fail(error)
    }
  }
}

function begin(dexie: LocalDexie, commit: LocalCommit): IDBTransaction {
  if (!dexie.isOpen()) throw new Dexie.DatabaseClosedError()
  const stores = ['operations', 'streams']
  if (commit.clearsDrafts.length > 0) stores.push('drafts')
  if (isFirst(commit)) stores.push('sentinel')
  if (commit.files.length > 0) stores.push(...evidenceStores)
  return dexie.backendDB().transaction(stores, 'readwrite', { durability: 'strict' })
}

function write(transaction: IDBTransaction, commit: LocalCommit, row: StreamRow): void {
  const operations = transaction.objectStore('operations')
  for (const operation of commit.rows) operations.add(operation)
  transaction.objectStore('streams').put({ ...row, n: commit.after.n, prev: commit.after.hash })
  for (const { stream, entity, register } of commit.clearsDrafts) {
    transaction.objectStore('drafts').delete([stream, entity, register])
  }
}

export function isSameHead(a: ChainHead, b: ChainHead): boolean {
  return a.n === b.n && a.hash === b.hash
}

export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('aborted without a reason', 'AbortError')
}
