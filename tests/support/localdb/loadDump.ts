// Puts a dumped database back, as the release left it that wrote it: with IndexedDB alone, no Dexie in between.

export interface DatabaseDump {
  readonly name: string
  /** As the browser counts: Dexie's version times ten. */
  readonly version: number
  readonly stores: Readonly<Record<string, StoreDump>>
}

interface StoreDump {
  readonly keyPath: string | string[]
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
    readonly multiEntry: boolean
  }[]
  /** Bytes stand as `{ bytes: base64 }`. */
  readonly rows: readonly object[]
}

export async function loadDump(indexedDB: IDBFactory, dump: DatabaseDump): Promise<void> {
  const opening = indexedDB.open(dump.name, dump.version)
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes, rows }] of Object.entries(dump.stores)) {
      const store = opening.result.createObjectStore(name, { keyPath })
      for (const { name: index, keyPath: path, ...flags } of indexes) store.createIndex(index, path, flags)
      for (const row of rows) store.add(withBytes(row))
    }
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
  })
  database.close()
}

function withBytes(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, decoded(value)]))
}

function decoded(value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string'
  return isBytes ? new Uint8Array(Buffer.from(value.bytes as string, 'base64')) : value
}
