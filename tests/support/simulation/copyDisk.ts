// A tablet's whole database, row by row, put onto another disk.
import { IDBKeyRange } from 'fake-indexeddb'
import type { TabletDisk } from './TabletDisk.ts'
import { LocalDexie } from '../../../src/localdb/LocalDexie.ts'

/** Nothing may be running on either disk. */
export async function copyDisk(from: TabletDisk, to: TabletDisk): Promise<void> {
  const dexie = new LocalDexie({ name: 'genba', indexedDB: to.factory, IDBKeyRange })
  await dexie.open()
  for (const table of dexie.tables) await table.bulkPut(from.rows(table.name))
  dexie.close()
}
