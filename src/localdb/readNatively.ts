// Reads and writes on IndexedDB itself, for what a person waits for: Dexie's own way costs as much again.
import { Dexie } from 'dexie'
import type { LocalDexie } from './LocalDexie.ts'

/** One request; its answer is what the schema says the store holds. */
export type NativeRead = <Value>(request: IDBRequest<Value>) => Promise<Value>

/** May wait for the answers of `read` alone: anything else would end the transaction. */
export type NativeWork<Value> = (transaction: IDBTransaction, read: NativeRead) => Promise<Value>

/** What several parts of one reading share. */
export interface NativeReading {
  readonly transaction: IDBTransaction
  readonly read: NativeRead
  readonly keyRange: typeof IDBKeyRange
}

/** All reads see one moment. */
export function readNatively<Value>(
  dexie: LocalDexie,
  stores: readonly string[],
  work: NativeWork<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const transaction = begin(dexie, stores, 'readonly')
    transaction.onabort = () => reject(abortReason(transaction))
    work(transaction, read).then(resolve, reject)
  })
}

/**
 * `strict`: the bytes are on the disk when it resolves. `relaxed`: they are the system's, and a power cut may take them back as a whole,
 * with nothing of what was written before: for what the server holds and would say again.
 */
export type Durability = 'strict' | 'relaxed'

/** Resolves once the transaction has completed. Whatever fails in it aborts all of it. */
export function writeNatively<Value>(
  dexie: LocalDexie,
  stores: readonly string[],
  work: NativeWork<Value>,
  durability: Durability = 'strict',
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const transaction = begin(dexie, stores, 'readwrite', durability)
    let outcome: { readonly value: Value } | undefined
    let failure: unknown
    transaction.oncomplete = () => {
      if (outcome === undefined) reject(new DOMException('ended before its work', 'AbortError'))
      else resolve(outcome.value)
    }
    transaction.onabort = () => reject(asError(failure ?? abortReason(transaction)))
    work(transaction, read).then(
      (value) => {
        outcome = { value }
        // Without it the browser first waits whether more is to come.
        end(() => transaction.commit())
      },
      (error: unknown) => {
        failure = error
        end(() => transaction.abort())
      },
    )
  })
}

function begin(
  dexie: LocalDexie,
  stores: readonly string[],
  mode: 'readonly' | 'readwrite',
  durability: Durability = 'strict',
): IDBTransaction {
  if (!dexie.isOpen()) throw new Dexie.DatabaseClosedError()
  return dexie.backendDB().transaction([...stores], mode, { durability })
}

function read<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((answered, failed) => {
    request.onsuccess = () => answered(request.result)
    request.onerror = () => failed(asError(request.error))
  })
}

/** A request that failed has ended the transaction already, and its own events tell. */
function end(by: () => void): void {
  try {
    by()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function abortReason(transaction: IDBTransaction): Error {
  return transaction.error ?? new DOMException('aborted', 'AbortError')
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('aborted without a reason', 'AbortError')
}
