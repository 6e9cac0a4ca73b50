// Around what a person types and taps, and nothing else: where there is no room for it, the reserve is freed and it is tried once more.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export function isFull({ code }: LocalDatabaseError): boolean {
  return code === 'quota-exceeded' || code === 'disk-full'
}

/** `write` must bear being run twice. Where nothing could be freed, the first refusal is the one that is told. */
export async function withReserve<Value>(db: LocalDatabase, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof LocalDatabaseError) || !isFull(error) || !(await freeReserve(db))) throw error
    return write()
  }
}

/** The file first: a full disk may keep the database closed until there is room. */
async function freeReserve(db: LocalDatabase): Promise<boolean> {
  const hasFreedFile = (await db.reserve.disk?.free()) === true
  const hasFreedRow = await freeRow(db)
  if (hasFreedFile || hasFreedRow) db.reserve.setInUse(true)
  return hasFreedFile || hasFreedRow
}

async function freeRow(db: LocalDatabase): Promise<boolean> {
  const { reserve } = db.dexie
  try {
    return await withLocalDatabase(db, () =>
      db.dexie.transaction('rw', reserve, async () => {
        if ((await reserve.count()) === 0) return false
        await reserve.clear()
        return true
      }),
    )
  } catch (error) {
    // A disk that is so full that even deleting fails: the first refusal tells it.
    if (error instanceof LocalDatabaseError) return false
    throw error
  }
}
