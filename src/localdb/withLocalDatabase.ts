// Runs database work: translates every failure, and tries once more after a lost connection. The work must bear being run twice.
import type { LocalDatabase } from './LocalDatabase.ts'
import { asLocalDatabaseError } from './LocalDatabaseError.ts'

export async function withLocalDatabase<Value>(db: LocalDatabase, work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const trouble = asLocalDatabaseError(error)
    if (trouble.code !== 'database-lost') throw trouble
  }
  try {
    await db.reopen()
    return await work()
  } catch (error) {
    throw asLocalDatabaseError(error)
  }
}
