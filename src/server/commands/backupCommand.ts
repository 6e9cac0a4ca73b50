// `genba backup`: a backup into a folder, under a name with the time, or into a file of the given name.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { VerifiedBackup } from '../backup/verifyBackup.ts'
import { writeBackup } from '../backup/writeBackup.ts'
import { evidenceSettingsOf } from '../config.ts'
import { openEvidenceStore } from '../evidence/openEvidenceStore.ts'
import { sha256 } from '../sha256.ts'
import { holdDatabase } from '../store/holdDatabase.ts'
import type { Engine } from '../store/Engine.ts'
import { openMigrated } from '../store/openMigrated.ts'
import { recordBackup } from '../store/recordBackup.ts'
import type { Command, CommandContext, ExitCode } from './Command.ts'
import type { MadeBackup } from './Words.ts'

/** Receipts may come from another machine's clock. */
const mostSkewMs = 10 * 60_000

export const backupCommand: Command = async (context, { positionals }) => {
  const { config, words, complain, now } = context
  const [target] = positionals
  if (target === undefined) {
    complain(words.fileMissing('backup'))
    return 2
  }
  const file = fileIn(context.resolvePath(target), target.endsWith('/'), now())
  const hold = await holdDatabase(config, 'shared')
  try {
    const engine = await openMigrated(config)
    return await backUp(context, engine, file).finally(() => engine.db.destroy())
  } finally {
    await hold.release()
  }
}

async function backUp(
  { config, words, print, complain, now }: CommandContext,
  engine: Engine,
  file: string,
): Promise<ExitCode> {
  const engineName = config.databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'
  const evidence = openEvidenceStore(evidenceSettingsOf(config))
  const began = now()
  const made = await writeBackup({ engine, engineName, evidence, file, now: began, sha256 })
  if (!made.ok) {
    complain(words.backupProblems[made.error.code](file, 'part' in made.error ? made.error.part : ''))
    return 1
  }
  const { manifest, damagedEvidence } = made.value
  const isWhole = damagedEvidence.length === 0
  const evidenceTo = isWhole ? new Date(began.getTime() - mostSkewMs).toISOString() : undefined
  await recordBackup(engine, { streams: manifest.streams, evidenceTo })
  print(words.backupMade(describe(file, made.value)))
  if (!isWhole) complain(words.evidenceDamaged(damagedEvidence))
  return isWhole ? 0 : 1
}

function fileIn(target: string, isMeantAsFolder: boolean, at: Date): string {
  const isFolder = isMeantAsFolder || (statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false)
  const time = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')
  return isFolder ? join(target, `genba-${time}.tar`) : target
}

/** For the sentence that tells of it. */
export function describe(file: string, { manifest }: VerifiedBackup): MadeBackup {
  const { madeAt, parts, streams } = manifest
  return {
    file,
    madeAt,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    streams: streams.filter(({ head }) => head > 0).length,
    operations: streams.reduce((sum, { head }) => sum + head, 0),
    evidence: parts.filter(({ name }) => name.startsWith('evidence/')).length,
  }
}
