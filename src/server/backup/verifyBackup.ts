// Reads a backup from end to end before anything is done with it: every part's sum, and every stream's chain root by root [P4].
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { err, ok, type Result } from '../../domain/Result.ts'
import type { DumpedRow } from '../store/dumpRows.ts'
import {
  backupFormat,
  backupManifest,
  manifestName,
  manifestSum,
  manifestSumName,
  tablePart,
  type BackupManifest,
} from './BackupManifest.ts'
import type { BackupProblem } from './BackupProblem.ts'
import { readRows } from './readRows.ts'
import { readPart, readTarParts, type TarPart } from './readTar.ts'

export interface VerifiedBackup {
  readonly manifest: BackupManifest
  /** By name. */
  readonly parts: ReadonlyMap<string, TarPart>
}

export async function verifyBackup(path: string, sha256: Sha256): Promise<Result<VerifiedBackup, BackupProblem>> {
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return err({ code: 'not-found' })
  try {
    return await verifyOpened(path, file, sha256)
  } finally {
    await file.close()
  }
}

async function verifyOpened(
  path: string,
  file: FileHandle,
  sha256: Sha256,
): Promise<Result<VerifiedBackup, BackupProblem>> {
  const listed = await readTarParts(file)
  if (!listed.ok) return err({ code: listed.error })
  const parts = new Map(listed.value.map((part) => [part.name, part]))
  const manifest = await readManifest(path, parts)
  if (!manifest.ok) return manifest
  if (manifest.value.version > backupFormat) return err({ code: 'newer-backup' })
  for (const { name, bytes, sha256: sum } of manifest.value.parts) {
    const part = parts.get(name)
    if (part?.bytes !== bytes || (await sumOf(path, part)) !== sum) return err({ code: 'damaged', part: name })
  }
  const name = tablePart('operations')
  const operations = parts.get(name)
  const isWhole = operations && (await followsItsRoots(readRows(path, operations), manifest.value, sha256))
  return isWhole === true ? ok({ manifest: manifest.value, parts }) : err({ code: 'damaged', part: name })
}

async function readManifest(
  path: string,
  parts: ReadonlyMap<string, TarPart>,
): Promise<Result<BackupManifest, BackupProblem>> {
  const [part, sumPart] = [parts.get(manifestName), parts.get(manifestSumName)]
  if (part === undefined || sumPart === undefined) return err({ code: 'not-a-backup' })
  const [text, sum] = [await readWhole(path, part), await readWhole(path, sumPart)]
  if (sum !== manifestSum(text)) return err({ code: 'damaged', part: manifestName })
  // Its sum is right, so whatever does not parse was made by another program or release.
  const manifest = backupManifest.safeParse(JSON.parse(text))
  return manifest.success ? ok(manifest.data) : err({ code: 'newer-backup' })
}

async function readWhole(path: string, part: TarPart): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of readPart(path, part)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

async function sumOf(path: string, part: TarPart): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of readPart(path, part)) sum.update(piece)
  return sum.digest('hex')
}

interface Position {
  readonly head: number
  readonly root: string
}

/** Whether the operations are the whole log of every stream, without a gap and with the roots that follow from them. */
async function followsItsRoots(
  operations: AsyncIterable<readonly DumpedRow[]>,
  { streams }: BackupManifest,
  sha256: Sha256,
): Promise<boolean> {
  const reached = new Map<string, Position>()
  for await (const rows of operations) {
    for (const row of rows) {
      const { head, root } = reached.get(keyOf(row)) ?? { head: 0, root: '' }
      const next = sha256(root + sha256(String(row['header'])))
      if (row['version'] !== head + 1 || row['root'] !== next) return false
      reached.set(keyOf(row), { head: head + 1, root: next })
    }
  }
  const written = streams.filter(({ head }) => head > 0)
  return written.length === reached.size && written.every((stream) => reached.get(keyOf(stream))?.root === stream.root)
}

function keyOf({ organisation, stream }: DumpedRow | BackupManifest['streams'][number]): string {
  return JSON.stringify([organisation, stream])
}
