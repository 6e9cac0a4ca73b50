// The lock in a PostgreSQL database: an advisory lock held by one connection, asked for again whenever that connection broke.
import pg from 'pg'
import { DatabaseInUse } from './DatabaseInUse.ts'
import type { Hold, Holding, HoldMode } from './Hold.ts'
import { toStoreError } from './toStoreError.ts'

/** Any number that no other program in this database uses: the letters "genb". */
const lockKey = 0x67656e62
const retryMs = 1_000

export async function holdPostgres(databaseUrl: string, mode: HoldMode, { onRegained }: Holding): Promise<Hold> {
  let client: pg.Client | undefined
  let isReleased = false
  let retry: NodeJS.Timeout | undefined

  const lock = async () => {
    const fresh = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true })
    // Without a listener a broken connection would end the process.
    fresh.on('error', () => undefined)
    try {
      await fresh.connect()
      const name = mode === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
      const { rows } = await fresh.query<{ taken: boolean }>(`select ${name}(${String(lockKey)}) as taken`)
      if (rows[0]?.taken !== true) throw new DatabaseInUse()
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw toStoreError(error)
    }
    if (isReleased) return fresh.end()
    client = fresh
    fresh.on('end', regain)
  }
  const regain = () => {
    if (isReleased) return
    retry = setTimeout(() => {
      lock().then(onRegained, regain)
    }, retryMs)
  }

  await lock()
  return {
    release: async () => {
      isReleased = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
