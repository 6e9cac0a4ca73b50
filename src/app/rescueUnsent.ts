// Takes out of a tablet that cannot start whatever can still be read, as the file that every tablet and the server can take in.
// Reads only: a database that this release may not write to stays as it is.
import { downloadUnsent } from './composables/downloadUnsent.ts'
import { release } from './release.ts'
import { readDatabaseName } from '../device/databaseName.ts'
import { signText } from '../device/deviceKey.ts'
import { listJournals } from '../device/journalStorage.ts'
import { sha256 } from '../device/sha256.ts'
import { nonEmptyText, shape } from '../domain/parse/Parser.ts'
import { readIdentity } from '../localdb/Identity.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { openLocalDatabase } from '../localdb/openLocalDatabase.ts'
import { plainSealer } from '../localdb/plainSealer.ts'
import { readKeptPieces } from '../localdb/readKeptPieces.ts'
import { readVault } from '../localdb/readVault.ts'
import { exportUnsent } from '../sync/exportUnsent.ts'
import { packUnsent, type PackedUnsent } from '../sync/packUnsent.ts'
import { unsentFileVersion, type KeptPiece, type UnsentFile } from '../protocol/unsentFile.ts'

const parsePerson = shape({ id: nonEmptyText(64), name: nonEmptyText(100) })

/** How many entries the file holds; undefined where there was nothing at all to read. Rejects where the database cannot be read. */
export async function rescueUnsent(now: Date): Promise<number | undefined> {
  const exportedAt = now.toISOString()
  const { content, packed } = await readDatabase(exportedAt)
  const entries = content.runs.reduce((sum, { ops }) => sum + ops.length, 0)
  const pieces = content.drafts.length + content.damaged.length + packed.evidence + packed.damagedEvidence
  if (entries + pieces === 0) return undefined
  downloadUnsent(packed, exportedAt)
  return entries
}

interface ReadUnsent {
  readonly content: UnsentFile
  readonly packed: PackedUnsent
}

async function readDatabase(exportedAt: string): Promise<ReadUnsent> {
  const db = await openLocalDatabase({ name: readDatabaseName(), sealer: plainSealer, sha256, release, isRescue: true })
  try {
    const person = parsePerson(await readVault(db, 'person')) ?? null
    const read = await readAll(db, { exportedAt, person })
    const content: UnsentFile = { ...read, damaged: [...read.damaged, ...journaled()] }
    return { content, packed: await packUnsent(db, content) }
  } finally {
    db.close()
  }
}

/** Without the key nothing can be signed any more: what there is goes into the file as it lies there. */
async function readAll(db: LocalDatabase, known: Pick<UnsentFile, 'exportedAt' | 'person'>): Promise<UnsentFile> {
  const identity = await readIdentity(db)
  if (identity === undefined) {
    const damaged = await readKeptPieces(db)
    return { format: 'genba-unsent', version: unsentFileVersion, ...known, runs: [], drafts: [], damaged }
  }
  const { device, algorithm, publicKey, privateKey } = identity
  const sign = (text: string) => signText(privateKey, text)
  return exportUnsent(db, { ...known, signer: { device, deviceKey: { algorithm, publicKey }, sign } })
}

/** What earlier pages could not save any more lies outside of the database. */
function journaled(): readonly KeptPiece[] {
  return listJournals().map(({ name, text }) => ({ what: 'set-aside', place: name, code: 'journal', content: text }))
}
