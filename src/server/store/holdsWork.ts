// Whether anybody's work is in a database: then nothing replaces it unasked.
import type { Engine } from './Engine.ts'
import { toStoreError } from './toStoreError.ts'

/** False for a database without our tables. Rejects with a StoreError where it cannot be read. */
export async function holdsWork({ db }: Engine): Promise<boolean> {
  try {
    const tables = await db.introspection.getTables()
    if (!tables.some(({ name }) => name === 'quarantine')) return false
    const logged = await db.selectFrom('streams').select('head').where('head', '>', 0).limit(1).execute()
    const aside = await db.selectFrom('quarantine').select('n').limit(1).execute()
    return logged.length + aside.length > 0
  } catch (error) {
    throw toStoreError(error)
  }
}
