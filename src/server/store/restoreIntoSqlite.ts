// Restores beside the database file and renames the new file onto it: a power cut leaves the old one or the new one, never none.
import { copyFileSync, constants, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import Database from 'libsql'
import type { Engine } from './Engine.ts'
import { migrateStore } from './migrateStore.ts'
import { openSqlite, sqliteFile } from './openSqlite.ts'
import { renewEpochs } from './renewEpochs.ts'
import type { Restoring, RestoreTarget } from './RestoreTarget.ts'
import { rowLoader } from './rowLoader.ts'
import { syncFolder } from './syncFolder.ts'
import { toStoreError } from './toStoreError.ts'

const mostAttempts = 20
const pauseMs = 20

export async function restoreIntoSqlite({ dataFolder, schema, aside }: Restoring): Promise<RestoreTarget> {
  const building = join(dataFolder, 'restoring')
  const remove = () => rmSync(building, { recursive: true, force: true })
  // Left behind by a restore that was killed.
  remove()
  const engine = openSqlite(building)
  const abandon = async () => {
    await engine.db.destroy().catch(() => undefined)
    remove()
  }
  try {
    await migrateStore(engine.db, { upTo: schema.at(-1) })
    const load = await rowLoader(engine, undefined)
    const takeOver = async (epochOf: () => string) => {
      await finish(engine, epochOf)
      await setAside(dataFolder, join(dataFolder, aside))
      renameSync(join(building, sqliteFile), join(dataFolder, sqliteFile))
      syncFolder(dataFolder)
    }
    return { load, takeOver: (epochOf) => takeOver(epochOf).catch(rethrow), abandon }
  } catch (error) {
    await abandon()
    throw toStoreError(error)
  }
}

/** Everything is in the one file and on the disk when this resolves. */
async function finish(engine: Engine, epochOf: () => string): Promise<void> {
  await migrateStore(engine.db)
  await renewEpochs(engine.db, epochOf)
  await sql`pragma wal_checkpoint(truncate)`.execute(engine.db)
  await engine.db.destroy()
}

/** The old file keeps its name as well until the new one takes it over. */
async function setAside(dataFolder: string, folder: string): Promise<void> {
  const file = join(dataFolder, sqliteFile)
  if (!existsSync(file)) return
  mkdirSync(folder)
  await emptyJournal(file)
  linkOrCopy(file, join(folder, sqliteFile))
  // Only a database that cannot be opened any more still has these; beside the new one they would be read as its own.
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, sqliteFile + suffix))
  syncFolder(folder)
}

/**
 * What is in the write-ahead log goes into the file itself, and the last connection removes the log. libsql ends a connection
 * only when its statements are collected; one that ended after the exchange would remove the log of the new database, which
 * has the same name. So it is waited for; a damaged database, which nothing can empty, is set aside as it is.
 */
async function emptyJournal(file: string): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    collectGarbage()
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    if (!closeWhole(file) || !existsSync(`${file}-wal`)) return
  }
}

/** False where the database cannot even be opened. */
function closeWhole(file: string): boolean {
  try {
    const database = new Database(file)
    // `exec` leaves no statement behind.
    database.exec('pragma wal_checkpoint(truncate)')
    database.close()
    return true
  } catch {
    return false
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // Some file systems have no hard links.
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

function rethrow(error: unknown): never {
  throw toStoreError(error)
}
