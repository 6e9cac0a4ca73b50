// A tablet's IndexedDB: fake-indexeddb with owners and crashes. A crash rolls back what was not committed and keeps what was; a
// transaction whose requests were all done may fall on either side. A power cut also takes what was committed without `strict`.
import { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb'
import { activeWorld } from './useVirtualGlobals.ts'
import type { Owner, World } from './World.ts'

/** The inside of fake-indexeddb, as far as a crash has to reach into it. */
interface RawTransaction {
  _abort(name: string | null): void
  _state: string
  _started: boolean
  readonly _rollbackLog: (() => void)[]
  readonly _requests: readonly unknown[]
  readonly mode: string
  readonly durability: string
  readonly error: unknown
  readonly db: { readonly _rawDatabase: RawDatabase }
}

interface RawConnection {
  _closePending: boolean
  _closed: boolean
}

interface RawDatabase {
  transactions: RawTransaction[]
  connections: RawConnection[]
  readonly rawObjectStores: ReadonlyMap<
    string,
    { readonly records: { values(): Iterable<{ readonly value: unknown }> } }
  >
  processTransactions(): void
}

interface RawFactory {
  _databases: Map<string, RawDatabase>
}

const ownerOfTransaction = new WeakMap<object, Owner>()
const ownerOfConnection = new WeakMap<object, Owner>()
const diskOfOwner = new WeakMap<Owner, TabletDisk>()
const aborted = new WeakSet<object>()
/** Committed, but only handed to the operating system so far: newest last. */
const relaxed = new WeakMap<RawDatabase, RawTransaction[]>()

export type Death = 'killed' | 'power-cut'

export class TabletDisk {
  factory = new IDBFactory()
  /** Writes fail while it is full. */
  isFull = false
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** All tabs are gone at once. What they left is there for the next start. */
  crash(death: Death): void {
    for (const database of this.#databases()) {
      for (const transaction of database.transactions) this.#end(transaction)
      if (death === 'power-cut') loseRelaxed(database)
      database.transactions = []
      for (const connection of database.connections) close(connection)
      database.connections = []
    }
    const left = new IDBFactory()
    asRaw(left)._databases = asRaw(this.factory)._databases
    this.factory = left
  }

  /** One tab is gone; the others go on. */
  crashTab(owner: Owner): void {
    for (const database of this.#databases()) {
      const ended = database.transactions.filter((transaction) => ownerOfTransaction.get(transaction) === owner)
      for (const transaction of ended) this.#end(transaction)
      database.transactions = database.transactions.filter((transaction) => !ended.includes(transaction))
      const gone = database.connections.filter((connection) => ownerOfConnection.get(connection) === owner)
      gone.forEach(close)
      database.connections = database.connections.filter((connection) => !gone.includes(connection))
      database.processTransactions()
    }
  }

  /** Storage is cleared: nothing is left. */
  evict(): void {
    this.factory = new IDBFactory()
  }

  /** Committed rows and those of running transactions, as they lie there. */
  rows(store: string): unknown[] {
    return this.#databases().flatMap((database) =>
      [...(database.rawObjectStores.get(store)?.records.values() ?? [])].map(({ value }) => value),
    )
  }

  /** Before a tab opens the database. */
  mount(owner: Owner): void {
    diskOfOwner.set(owner, this)
  }

  /** After it did. */
  static own(connection: object, owner: Owner): void {
    ownerOfConnection.set(connection, owner)
  }

  #databases(): RawDatabase[] {
    return [...asRaw(this.factory)._databases.values()]
  }

  #end(transaction: RawTransaction): void {
    if (transaction._state === 'finished') return
    const isDone = transaction._started && transaction._requests.length === 0 && transaction.mode !== 'versionchange'
    const isCommitted = isDone && this.#world.random.chance(0.5)
    transaction._state = 'finished'
    if (isCommitted) keepRelaxed(transaction)
    else for (const undo of [...transaction._rollbackLog].reverse()) undo()
  }
}

function asRaw(factory: IDBFactory): RawFactory {
  return factory as unknown as RawFactory
}

function close(connection: RawConnection): void {
  connection._closePending = true
  connection._closed = true
}

function keepRelaxed(transaction: RawTransaction): void {
  if (transaction.mode === 'readonly') return
  const database = transaction.db._rawDatabase
  // The write-ahead log is one file: a strict commit takes everything before it to the disk as well.
  if (transaction.durability === 'strict' || transaction.mode === 'versionchange') relaxed.delete(database)
  else relaxed.set(database, [...(relaxed.get(database) ?? []), transaction])
}

function loseRelaxed(database: RawDatabase): void {
  for (const transaction of [...(relaxed.get(database) ?? [])].reverse()) {
    for (const undo of [...transaction._rollbackLog].reverse()) undo()
  }
  relaxed.delete(database)
}

function isFull(transaction: object): boolean {
  const owner = ownerOfTransaction.get(transaction)
  return owner !== undefined && diskOfOwner.get(owner)?.isFull === true
}

type Begin = (this: unknown, ...parameters: unknown[]) => RawTransaction
type Start = (this: RawTransaction) => void
type Abort = (this: RawTransaction, name: string | null) => void
type Write = (this: { readonly transaction: object }, ...parameters: unknown[]) => unknown

/** Every transaction runs in the name of the tab that began it, whoever's end let it begin. */
function installOwners(): void {
  const databases = IDBDatabase.prototype as unknown as { transaction: Begin }
  const transactions = IDBTransaction.prototype as unknown as { _start: Start; _markFinished: Start; _abort: Abort }
  const { transaction: begin } = databases
  databases.transaction = function (...parameters) {
    const transaction = begin.apply(this, parameters)
    const world = activeWorld()
    if (world !== undefined) ownerOfTransaction.set(transaction, world.current)
    return transaction
  }
  const { _start: start, _markFinished: finish, _abort: abort } = transactions
  transactions._start = function () {
    const world = activeWorld()
    const owner = ownerOfTransaction.get(this)
    if (world === undefined || owner === undefined || owner === world.current) {
      const isCommit = this._started && this._requests.length === 0 && this.mode === 'readwrite'
      // The other way in which a browser tells that the disk is full.
      if (isCommit && isFull(this) && this._state !== 'finished') this._abort('QuotaExceededError')
      else start.call(this)
      return
    }
    this._started = true
    world.queue(owner, () => start.call(this))
  }
  transactions._abort = function (name) {
    aborted.add(this)
    abort.call(this, name)
  }
  transactions._markFinished = function () {
    finish.call(this)
    if (!aborted.has(this)) keepRelaxed(this)
  }
}

function installFullDisk(): void {
  const stores = IDBObjectStore.prototype as unknown as Record<'put' | 'add', Write>
  const { put, add } = stores
  const refusing = (write: Write): Write =>
    function (...parameters) {
      if (isFull(this.transaction) && activeWorld()?.random.chance(0.5) === true)
        throw new DOMException('the disk is full', 'QuotaExceededError')
      return write.apply(this, parameters)
    }
  Object.assign(stores, { put: refusing(put), add: refusing(add) })
}

installOwners()
installFullDisk()
