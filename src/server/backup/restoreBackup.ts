// Puts a backup in the place of a database. Nothing is touched before the whole backup was read and found right,
// and what it replaces is set aside, never deleted.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { err, ok, type Result } from '../../domain/Result.ts'
import { holdDatabase } from '../store/holdDatabase.ts'
import { holdsWork } from '../store/holdsWork.ts'
import { isDumpedTable } from '../store/dumpRows.ts'
import { openEngine, type DatabaseSettings } from '../store/openEngine.ts'
import { openRestoreTarget } from '../store/openRestoreTarget.ts'
import type { RestoreTarget } from '../store/RestoreTarget.ts'
import { StoreError } from '../store/StoreError.ts'
import { syncFolder } from '../store/syncFolder.ts'
import { evidencePathOf, tablePart, type BackupPart } from './BackupManifest.ts'
import type { BackupProblem } from './BackupProblem.ts'
import { readRows } from './readRows.ts'
import { readPart } from './readTar.ts'
import { verifyBackup, type VerifiedBackup } from './verifyBackup.ts'

export interface RestoreWish {
  readonly settings: DatabaseSettings
  readonly evidenceFolder: string
  /** The backup. */
  readonly file: string
  /** The person said that the data which are there may be set aside. */
  readonly mayReplace: boolean
  readonly now: Date
  readonly randomId: () => string
  readonly sha256: Sha256
}

export interface Restored extends VerifiedBackup {
  /** Where the old data are now: a folder beside the database, or a schema of it; undefined where there were none. */
  readonly aside: string | undefined
}

/** Rejects with a StoreError (`busy`: a server runs on the data) or with what the file system threw; then nothing was replaced. */
export async function restoreBackup(wish: RestoreWish): Promise<Result<Restored, BackupProblem>> {
  const verified = await verifyBackup(wish.file, wish.sha256)
  if (!verified.ok) return verified
  const hold = await holdDatabase(wish.settings, 'alone')
  try {
    const hasWork = await isWorkThere(wish.settings)
    if (hasWork && !wish.mayReplace) return err({ code: 'has-work' })
    const aside = `before_restore_${wish.now.toISOString().replace(/[^0-9]/g, '')}`
    await replaceWith(verified.value, wish, aside)
    return ok({ ...verified.value, aside: hasWork ? aside : undefined })
  } finally {
    await hold.release()
  }
}

/** A database too damaged to be read counts as work: it is set aside for whoever may rescue something. */
async function isWorkThere(settings: DatabaseSettings): Promise<boolean> {
  try {
    const engine = openEngine(settings)
    return await holdsWork(engine).finally(() => engine.db.destroy())
  } catch (error) {
    if (error instanceof StoreError && error.code === 'broken') return true
    throw error
  }
}

async function replaceWith(backup: VerifiedBackup, wish: RestoreWish, aside: string): Promise<void> {
  const { manifest } = backup
  const target = await openRestoreTarget({ ...wish.settings, schema: manifest.schema, aside })
  try {
    await loadTables(target, backup, wish.file)
    // Before the database: its operations never mention what is not there. Evidence is only ever added.
    for (const part of manifest.parts) await restoreEvidence(backup, part, wish)
    if (existsSync(wish.evidenceFolder)) syncFolder(wish.evidenceFolder)
    await target.takeOver(wish.randomId)
  } finally {
    await target.abandon()
  }
}

async function loadTables(target: RestoreTarget, { parts }: VerifiedBackup, file: string): Promise<void> {
  for (const part of parts.values()) {
    const table = /^database\/(\w+)\.jsonl\.gz$/.exec(part.name)?.[1]
    if (table === undefined || !isDumpedTable(table) || part.name !== tablePart(table)) continue
    for await (const rows of readRows(file, part)) await target.load(table, rows)
  }
}

/** A file that is there and right stays; one that is there and wrong is set aside under another name. */
async function restoreEvidence(
  { parts }: VerifiedBackup,
  { name, sha256 }: BackupPart,
  wish: RestoreWish,
): Promise<void> {
  const [part, path] = [parts.get(name), evidencePathOf(name)]
  if (part === undefined || path === undefined) return
  const file = join(wish.evidenceFolder, path)
  if (existsSync(file)) {
    if ((await sumOfFile(file)) === sha256) return
    await rename(file, `${file}.damaged-${String(wish.now.getTime())}`)
  }
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.restoring`
  await rm(unfinished, { force: true })
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    for await (const piece of readPart(wish.file, part)) await handle.appendFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
  syncFolder(dirname(file))
}

async function sumOfFile(file: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of createReadStream(file)) sum.update(piece as Buffer)
  return sum.digest('hex')
}
