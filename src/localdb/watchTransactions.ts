// Knows which transactions of this page are under way, so that a page that goes can end them. It changes nothing before that.
import type { LocalDexie } from './LocalDexie.ts'

export interface RunningTransactions {
  /** Ends all of them. One that is being committed cannot be stopped any more, and needs nothing from its page to end. */
  readonly abort: () => void
}

/** To be called before the database is opened. */
export function watchTransactions(dexie: LocalDexie): RunningTransactions {
  const running = new Set<IDBTransaction>()
  const watched = (transaction: IDBTransaction) => {
    const end = () => running.delete(transaction)
    running.add(transaction)
    transaction.addEventListener('complete', end)
    transaction.addEventListener('abort', end)
    return transaction
  }
  dexie.use({
    stack: 'dbcore',
    name: 'running',
    create: (core) => {
      watchNative(dexie.backendDB(), watched)
      // What Dexie calls its own kind of transaction is the browser's.
      return { transaction: (...of) => watched(core.transaction(...of) as IDBTransaction) }
    },
  })
  return {
    abort() {
      for (const transaction of [...running]) abort(transaction)
    },
  }
}

/** For those who go past Dexie, which took hold of the connection's own way to begin one before. Once per connection. */
function watchNative(connection: IDBDatabase, watched: (transaction: IDBTransaction) => IDBTransaction): void {
  if (Object.hasOwn(connection, 'transaction')) return
  const begin = connection.transaction.bind(connection)
  connection.transaction = (...of) => watched(begin(...of))
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
