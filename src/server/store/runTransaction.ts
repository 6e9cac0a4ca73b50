// Runs one whole transaction, again from its beginning where the engine asks for it.
import { sql } from 'kysely'
import type { Engine, StoreConnection } from './Engine.ts'
import type { StoreError } from './StoreError.ts'
import { toStoreError } from './toStoreError.ts'

const attempts = 6
/** Doubles with each attempt; full jitter, so that processes that collided do not collide again. */
const firstPauseMs = 10

/** `work` may run several times: it must leave nothing behind but its writes. Resolves after the commit is durable. */
export async function runTransaction<Value>(
  engine: Engine,
  work: (connection: StoreConnection) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await engine.db.connection().execute((connection) => runOnce(engine, connection, work))
    } catch (error) {
      const failure: StoreError = toStoreError(error)
      if (failure.code !== 'busy' || attempt === attempts) throw failure
      await pause(Math.random() * firstPauseMs * 2 ** attempt)
    }
  }
}

async function runOnce<Value>(
  engine: Engine,
  connection: StoreConnection,
  work: (connection: StoreConnection) => Promise<Value>,
): Promise<Value> {
  try {
    await engine.begin.execute(connection)
    const value = await work(connection)
    await sql`commit`.execute(connection)
    return value
  } catch (error) {
    await rollBack(connection)
    throw error
  }
}

/** Never hides the error that led here: after a full disk SQLite has rolled back itself, after a lost connection PostgreSQL does. */
async function rollBack(connection: StoreConnection): Promise<void> {
  try {
    await sql`rollback`.execute(connection)
  } catch {
    return
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
