// Makes a backup while the server runs: one instant of the database, then every evidence file that instant can mention.
// Under its name there is a whole, checked backup or nothing.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { err, ok, type Result } from '../../domain/Result.ts'
import type { EvidenceStore } from '../evidence/EvidenceStore.ts'
import { dumpedTables, dumpRows, type Dump, type DumpedRow } from '../store/dumpRows.ts'
import type { Engine } from '../store/Engine.ts'
import { syncFolder } from '../store/syncFolder.ts'
import {
  backupFormat,
  evidencePart,
  isUndamaged,
  manifestName,
  manifestSum,
  manifestSumName,
  tablePart,
  type BackupManifest,
  type BackupPart,
} from './BackupManifest.ts'
import { describeBackup } from './describeBackup.ts'
import type { BackupProblem } from './BackupProblem.ts'
import { TarWriter } from './TarWriter.ts'
import { verifyBackup, type VerifiedBackup } from './verifyBackup.ts'

export interface BackupWish {
  readonly engine: Engine
  readonly engineName: BackupManifest['engine']
  readonly evidence: Pick<EvidenceStore, 'list' | 'read'>
  /** The file to make; refused where it exists. */
  readonly file: string
  readonly now: Date
  readonly sha256: Sha256
}

/** Readable for its owner alone: it holds everything that was ever answered. */
const fileMode = 0o600

export interface WrittenBackup extends VerifiedBackup {
  /** Names of evidence whose stored bytes are no longer what they were. They are in the backup as they are. */
  readonly damagedEvidence: readonly string[]
}

/** Rejects with a StoreError, an EvidenceStorageError, or what the file system threw. */
export async function writeBackup(wish: BackupWish): Promise<Result<WrittenBackup, BackupProblem>> {
  if (existsSync(wish.file)) return err({ code: 'exists' })
  const unfinished = join(dirname(wish.file), `.${basename(wish.file)}.${randomBytes(4).toString('hex')}.unfinished`)
  try {
    const damagedEvidence = await writeWhole(wish, unfinished)
    const verified = await verifyBackup(unfinished, wish.sha256)
    if (!verified.ok) return verified
    await rename(unfinished, wish.file)
    syncFolder(dirname(wish.file))
    return ok({ ...verified.value, damagedEvidence })
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function writeWhole(wish: BackupWish, path: string): Promise<readonly string[]> {
  const file = await open(path, 'wx', fileMode)
  try {
    const tar = new TarWriter(file, wish.now)
    await tar.add('README.txt', [Buffer.from(describeBackup)])
    const described = await dumpRows(wish.engine, (dump) => writeTables(tar, dump))
    // After the database: what was uploaded before an operation mentioned it is there by now.
    const damaged = await addEvidence(tar, wish.evidence)
    await addManifest(tar, { ...described, engine: wish.engineName, madeAt: wish.now.toISOString() })
    await tar.finish()
    return damaged
  } finally {
    await file.close()
  }
}

type FromTheDatabase = Pick<BackupManifest, 'schema' | 'epochs' | 'streams'> & {
  readonly rows: ReadonlyMap<string, number>
}

async function writeTables(tar: TarWriter, dump: Dump): Promise<FromTheDatabase> {
  const epochs: BackupManifest['epochs'] = []
  const streams: BackupManifest['streams'] = []
  const rows = new Map<string, number>()
  for (const table of dumpedTables) {
    let count = 0
    const note = (row: DumpedRow) => {
      count += 1
      const organisation = String(row['organisation'])
      if (table === 'settings' && row['name'] === 'epoch') epochs.push({ organisation, epoch: String(row['value']) })
      if (table === 'streams')
        streams.push({
          organisation,
          stream: String(row['stream']),
          head: Number(row['head']),
          root: String(row['root']),
        })
    }
    // An error of the database reaches the writer through the last stream.
    const zipped = pipeline(Readable.from(toLines(dump.rowsOf(table), note)), createGzip(), () => undefined)
    const { name } = await tar.add(tablePart(table), zipped as AsyncIterable<Buffer>)
    rows.set(name, count)
  }
  return { schema: [...dump.schema], epochs, streams, rows }
}

async function* toLines(
  pages: AsyncIterable<readonly DumpedRow[]>,
  note: (row: DumpedRow) => void,
): AsyncGenerator<string> {
  for await (const page of pages) {
    page.forEach(note)
    yield page.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
}

/** The names of those that are damaged. */
async function addEvidence(tar: TarWriter, { list, read }: BackupWish['evidence']): Promise<string[]> {
  const damaged: string[] = []
  for await (const sha256 of list()) {
    const stored = await read(sha256)
    if (stored === undefined) continue
    const part = await tar.add(evidencePart(sha256), stored.bytes as AsyncIterable<Buffer>)
    if (!isUndamaged(sha256, part)) damaged.push(sha256)
  }
  return damaged
}

async function addManifest(
  tar: TarWriter,
  { rows, ...described }: FromTheDatabase & Pick<BackupManifest, 'engine' | 'madeAt'>,
): Promise<void> {
  const parts: BackupPart[] = tar.parts.map((part) => {
    const count = rows.get(part.name)
    return count === undefined ? part : { ...part, rows: count }
  })
  const manifest: BackupManifest = { format: 'genba-backup', version: backupFormat, ...described, parts }
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`
  await tar.add(manifestName, [Buffer.from(text)])
  await tar.add(manifestSumName, [Buffer.from(manifestSum(text))])
}
