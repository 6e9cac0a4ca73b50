// Puts a backup in the place of a database. Nothing is touched before the whole backup was read and found right,
// and what it replaces is set aside, never deleted.
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { err, ok, type Result } from '../../domain/Result.ts'
import type { EvidenceStore } from '../evidence/EvidenceStore.ts'
import { hashBytes } from '../evidence/hashFile.ts'
import { receiveFile } from '../evidence/receiveFile.ts'
import { holdDatabase } from '../store/holdDatabase.ts'
import { holdsWork } from '../store/holdsWork.ts'
import { isDumpedTable } from '../store/dumpRows.ts'
import { openEngine, type DatabaseSettings } from '../store/openEngine.ts'
import { openRestoreTarget } from '../store/openRestoreTarget.ts'
import type { RestoreTarget } from '../store/RestoreTarget.ts'
import { StoreError } from '../store/StoreError.ts'
import { evidenceNameOf, isUndamaged, tablePart, type BackupPart } from './BackupManifest.ts'
import type { BackupProblem } from './BackupProblem.ts'
import { readRows } from './readRows.ts'
import { readPart } from './readTar.ts'
import { verifyBackup, type VerifiedBackup } from './verifyBackup.ts'

export interface RestoreWish {
  readonly settings: DatabaseSettings
  readonly evidence: Pick<EvidenceStore, 'read' | 'keep'>
  /** Evidence lies here on its way out of the backup. */
  readonly stagingFolder: string
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

/** Rejects with a StoreError (`busy`: a server runs on the data), an EvidenceStorageError or what the file system threw; then nothing was replaced. */
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

/** A file that is there and right stays. One that was damaged when the backup was made is left in the backup. */
async function restoreEvidence({ parts }: VerifiedBackup, entry: BackupPart, wish: RestoreWish): Promise<void> {
  const [part, sha256] = [parts.get(entry.name), evidenceNameOf(entry.name)]
  if (part === undefined || sha256 === undefined || !isUndamaged(sha256, entry)) return
  const { evidence, stagingFolder: folder, file } = wish
  const stored = await evidence.read(sha256)
  if (stored !== undefined && (await hashBytes(stored.bytes)) === sha256) return
  const staged = await receiveFile(Readable.from(readPart(file, part)), { folder, mostBytes: entry.bytes })
  if (!staged.ok) throw new Error(`evidence in a backup: ${staged.error}`)
  // The backup's sums were checked, so this says that the file changed since.
  if (staged.value.sha256 === sha256) await evidence.keep(staged.value)
  else await rm(staged.value.path, { force: true })
}
