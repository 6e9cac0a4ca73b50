// Reads on IndexedDB itself, for what a person waits for: in a page that has just started, Dexie's own way costs as much again.
import { Dexie } from 'dexie'
import type { LocalDexie } from './LocalDexie.ts'

/** One request; its answer is what the schema says the store holds. */
export type NativeRead = <Value>(request: IDBRequest<Value>) => Promise<Value>

/**
 * All reads see one moment. `work` may wait for the answers of `read` alone: anything else would end the transaction.
 */
export function readNatively<Value>(
  dexie: LocalDexie,
  stores: readonly string[],
  work: (transaction: IDBTransaction, read: NativeRead) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (!dexie.isOpen()) throw new Dexie.DatabaseClosedError()
    const transaction = dexie.backendDB().transaction([...stores], 'readonly')
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
    const read: NativeRead = (request) =>
      new Promise((answered, failed) => {
        request.onsuccess = () => answered(request.result)
        request.onerror = () => failed(request.error ?? new DOMException('unread', 'UnknownError'))
      })
    work(transaction, read).then(resolve, reject)
  })
}
