// Reaches into the tablet's database from the page, behind the app's back: to count rows and to damage them.
import type { Page } from '@playwright/test'

type LocalTable = 'operations' | 'segments' | 'snapshots'

export function countRows(page: Page, table: LocalTable): Promise<number> {
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('genba')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error(opening.error?.message))
    })
    const counting = db.transaction(name).objectStore(name).count()
    const count = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)))
    db.close()
    return count
  }, table)
}

/** Turns a byte of the newest row around. Unless it is a snapshot's, the snapshots are dropped, so that the next opening reads the row. */
export function damageLastRow(page: Page, table: LocalTable): Promise<void> {
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('genba')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error(opening.error?.message))
    })
    const transaction = db.transaction([name, 'snapshots'], 'readwrite')
    if (name !== 'snapshots') transaction.objectStore('snapshots').clear()
    const finding = transaction.objectStore(name).openCursor(null, 'prev')
    finding.onsuccess = () => {
      const row = finding.result?.value as { bytes: Uint8Array }
      const middle = row.bytes.length >> 1
      row.bytes[middle] = (row.bytes[middle] ?? 0) ^ 0xff
      finding.result?.update(row)
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(new Error(transaction.error?.message))
    })
    db.close()
  }, table)
}

/** Opens the database as another release would, with that release's version, and holds it until the page closes. */
export function holdDatabase(page: Page, version: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('genba', wanted)
        opening.onsuccess = () => resolve()
        opening.onerror = () => reject(new Error(opening.error?.message))
      }),
    version,
  )
}
