// Faults of the browser's database, injected below Dexie. Each returns what takes the fault away again.
import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'

type Write = (this: IDBObjectStore, ...parameters: Parameters<IDBObjectStore['put']>) => IDBRequest<IDBValidKey>

function replaceWrites(wrap: (original: Write) => Write): () => void {
  const prototype = IDBObjectStore.prototype as unknown as Record<'put' | 'add', Write>
  const { put, add } = prototype
  prototype.put = wrap(put)
  prototype.add = wrap(add)
  return () => Object.assign(prototype, { put, add })
}

/** Writes to one store throw, as they do when the disk refuses; only as long as `isFull` says so where it is given. */
export function failWrites(store: string, error: DOMException, isFull: () => boolean = () => true): () => void {
  return replaceWrites(
    (original) =>
      function (...parameters) {
        if (this.name === store && isFull()) throw error
        return original.apply(this, parameters)
      },
  )
}

/** Requests succeed, and then the whole transaction is aborted: what a browser does when the quota is reached at commit. */
export function abortAtCommit(): () => void {
  const prototype = IDBTransaction.prototype as unknown as { commit: () => void; abort: () => void }
  const { commit } = prototype
  prototype.commit = function () {
    this.abort()
  }
  return () => Object.assign(prototype, { commit })
}

/** The browser's database process is gone: the connection is dead and no other one opens. */
export function killDatabase(db: LocalDatabase, indexedDB: object): () => void {
  const dead = () => {
    throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
  }
  Object.defineProperty(indexedDB, 'open', { value: dead, configurable: true })
  db.dexie.backendDB().close()
  return () => Reflect.deleteProperty(indexedDB, 'open')
}
