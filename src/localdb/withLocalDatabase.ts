// Runs database work: translates every failure, and tries once more after a lost connection. The work must bear being run twice.
import type { LocalDatabase } from './LocalDatabase.ts'
import { asLocalDatabaseError, isLostCode, type LocalDatabaseError } from './LocalDatabaseError.ts'

/** Chromium closes the connection when the disk is full, and opens none until there is room: that stays the reason as long. */
const fullDisks = new WeakMap<LocalDatabase, LocalDatabaseError>()

export async function withLocalDatabase<Value>(db: LocalDatabase, work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const trouble = asLocalDatabaseError(error)
    if (trouble.code === 'disk-full') fullDisks.set(db, trouble)
    if (trouble.code !== 'database-lost') throw noted(db, trouble)
  }
  try {
    await reopen(db)
    return await work()
  } catch (error) {
    throw noted(db, asLocalDatabaseError(error))
  }
}

/** What this page cannot recover from is told once, by whichever work meets it first. */
function noted(db: LocalDatabase, trouble: LocalDatabaseError): LocalDatabaseError {
  if (isLostCode(trouble.code)) db.lose(trouble.code)
  return trouble
}

async function reopen(db: LocalDatabase): Promise<void> {
  try {
    await db.reopen()
    fullDisks.delete(db)
  } catch (error) {
    const trouble = asLocalDatabaseError(error)
    throw trouble.code === 'database-lost' ? (fullDisks.get(db) ?? trouble) : trouble
  }
}
