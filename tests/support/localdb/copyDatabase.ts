// A copy of a tablet's whole database: what a cloned device, or a backup of the device that is brought back, holds.
import type { Browser } from './aDatabase.ts'

export type DatabaseCopy = ReadonlyMap<string, readonly unknown[]>

export async function copyDatabase(browser: Browser): Promise<DatabaseCopy> {
  const db = await browser.tab()
  const rows = await Promise.all(
    db.dexie.tables.map(async (table): Promise<readonly [string, readonly unknown[]]> => [
      table.name,
      await table.toArray(),
    ]),
  )
  db.close()
  return new Map(rows)
}

/** Everything that was there before is gone. */
export async function pasteDatabase(browser: Browser, copy: DatabaseCopy): Promise<void> {
  const db = await browser.tab()
  for (const table of db.dexie.tables) {
    await table.clear()
    await table.bulkPut([...(copy.get(table.name) ?? [])])
  }
  db.close()
}
