// Takes in evidence that another tablet, or this one, has exported: each file whose hash is right, and that is not here, waits to be sent.
// Doing it again changes nothing; a file that does not hold is left out and never spoils the others [P26].
import type { HashBytes } from './EvidencePorts.ts'
import type { OfferedEvidence } from './openUnsentFile.ts'
import type { Clock } from './SyncPorts.ts'
import { parseOperation } from '../domain/oplog/parseOperation.ts'
import { nonEmptyText, shape } from '../domain/parse/Parser.ts'
import { findEvidence } from '../localdb/listEvidence.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { holdsBytes } from '../localdb/readEvidence.ts'
import { saveEvidence } from '../localdb/saveEvidence.ts'
import type { SignedRun } from '../localdb/saveRelays.ts'
import { mostEvidenceBytes } from '../protocol/limits.ts'

export interface EvidencePortsOfImport {
  readonly db: LocalDatabase
  readonly hash: HashBytes
  readonly clock: Clock
}

export interface ImportedEvidence {
  /** Files that this tablet did not have. */
  readonly imported: number
  /** Files whose bytes are not those of their name. */
  readonly unusable: number
}

/** Rejects with `LocalDatabaseError`; what was taken in before stays. `runs`: the same file's, which say what each file is. */
export async function importEvidence(
  { db, hash, clock }: EvidencePortsOfImport,
  { evidence, runs }: { readonly evidence: readonly OfferedEvidence[]; readonly runs: readonly SignedRun[] },
): Promise<ImportedEvidence> {
  const typeOf = mediaTypesOf(runs)
  let [imported, unusable] = [0, 0]
  for (const { sha256, bytes } of evidence) {
    const held = await findEvidence(db, sha256)
    // Freed, too: the server has it, and so have its backups.
    if (held !== undefined && (holdsBytes(held) || held.status === 'freed')) continue
    if (bytes.size > mostEvidenceBytes || (await hash(bytes)) !== sha256) {
      unusable += 1
      continue
    }
    const mediaType = typeOf.get(sha256) ?? 'application/octet-stream'
    await saveEvidence(db, { sha256, bytes, mediaType }, { heldSince: new Date(clock.now()).toISOString() })
    imported += 1
  }
  return { imported, unusable }
}

const attaching: ReadonlySet<string> = new Set(['evidence-attached', 'measure-evidence-attached'])
const attached = shape({ sha256: nonEmptyText(), mediaType: nonEmptyText(100) })

function mediaTypesOf(runs: readonly SignedRun[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const encoded of runs.flatMap(({ operations }) => operations)) {
    const parsed = parseOperation(encoded)
    const file = parsed.ok && attaching.has(parsed.value.kind) ? attached(parsed.value.body) : undefined
    if (file !== undefined) types.set(file.sha256, file.mediaType)
  }
  return types
}
