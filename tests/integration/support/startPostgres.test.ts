// The tests' own PostgreSQL is trusted to survive a SIGKILL and to lose nothing that was committed.
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../../support/startPostgres.ts'

const postgres = await startPostgres()
afterAll(() => postgres?.dispose())

test.runIf(postgres)('a committed row is there after kill and start, and each database is empty at first', async () => {
  if (!postgres) return
  const url = await postgres.createDatabase()
  await query(url, 'CREATE TABLE notes (text text)')
  await query(url, "INSERT INTO notes VALUES ('保存済み')")
  await postgres.kill()
  await expect(query(url, 'SELECT 1')).rejects.toThrow()
  await postgres.start()
  expect(await query(url, 'SELECT text FROM notes')).toEqual([{ text: '保存済み' }])
  expect(await query(await postgres.createDatabase(), 'SELECT * FROM pg_tables WHERE tablename = $$notes$$')).toEqual(
    [],
  )
  await postgres.stop()
  await postgres.start()
  expect(await query(url, 'SELECT text FROM notes')).toEqual([{ text: '保存済み' }])
})

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
