// The transaction of a save, on IndexedDB itself: Dexie's own costs as much again, and this is what a tap waits for.
// Strict: it completes only once the bytes are on the disk. Whatever fails in it aborts all of it.
import { Dexie } from 'dexie'
import { emptyStreamRow } from './emptyStreamRow.ts'
import type { LocalDexie } from './LocalDexie.ts'
import type { DraftKey, OperationRow, StreamRow } from './LocalRows.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import type { ChainHead } from '../domain/oplog/encodeOperation.ts'

export interface LocalCommit {
  readonly stream: StreamId
  /** The head that the rows follow, and the head after them. */
  readonly before: ChainHead
  readonly after: ChainHead
  readonly rows: readonly OperationRow[]
  readonly clearsDrafts: readonly DraftKey[]
}

/**
 * Resolves with the head after the transaction completed: `after` when the rows were written, the head found when another tab
 * was faster. `after` is also found when an earlier try was committed although its connection died.
 */
export function commitLocal(dexie: LocalDexie, commit: LocalCommit): Promise<ChainHead> {
  return new Promise((resolve, reject) => {
    const transaction = begin(dexie, commit.clearsDrafts.length > 0)
    let found = commit.before
    let failure: unknown
    transaction.oncomplete = () => resolve(found)
    transaction.onabort = () => reject(asError(failure ?? transaction.error))
    const reading = transaction.objectStore('streams').get(commit.stream) as IDBRequest<StreamRow | undefined>
    reading.onsuccess = () => {
      const row = reading.result ?? emptyStreamRow(commit.stream)
      found = { n: row.n, hash: row.prev }
      if (!isSameHead(found, commit.before)) return
      found = commit.after
      try {
        write(transaction, commit, row)
      } catch (error) {
        failure = error
        transaction.abort()
      }
    }
  })
}

function begin(dexie: LocalDexie, withDrafts: boolean): IDBTransaction {
  if (!dexie.isOpen()) throw new Dexie.DatabaseClosedError()
  const stores = ['operations', 'streams', ...(withDrafts ? ['drafts'] : [])]
  return dexie.backendDB().transaction(stores, 'readwrite', { durability: 'strict' })
}

function write(transaction: IDBTransaction, commit: LocalCommit, row: StreamRow): void {
  const operations = transaction.objectStore('operations')
  for (const operation of commit.rows) operations.add(operation)
  transaction.objectStore('streams').put({ ...row, n: commit.after.n, prev: commit.after.hash })
  for (const { stream, entity, register } of commit.clearsDrafts) {
    transaction.objectStore('drafts').delete([stream, entity, register])
  }
  // Without it the browser first waits whether more is to come.
  transaction.commit()
}

export function isSameHead(a: ChainHead, b: ChainHead): boolean {
  return a.n === b.n && a.hash === b.hash
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('aborted without a reason', 'AbortError')
}
