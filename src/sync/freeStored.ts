// Makes room: lets evidence bytes go that are proven at the server and in its backups, after the server has shown a piece of each.
import type { EvidencePorts } from './EvidencePorts.ts'
import { readKnownServer } from './KnownServer.ts'
import type { Randomness } from './SyncPorts.ts'
import { freeEvidence, isFreeable, type ServerNow } from '../localdb/freeEvidence.ts'
import { listEvidence, readEvidenceProof, type KnownEvidence } from '../localdb/listEvidence.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readEvidencePiece } from '../localdb/readEvidence.ts'

export interface FreeingPorts {
  readonly db: LocalDatabase
  readonly evidence: Pick<EvidencePorts, 'transport'>
  readonly random: Randomness
}

/** A receipt is a word; whoever cannot show these bytes does not have the file. */
const pieceBytes = 64 * 1024
/** The piece lies somewhere in the beginning: a server without ranges sends everything before it too. */
const beginningBytes = 512 * 1024

/** Returns how many bytes are free now. `which`: all of them where it is not given. */
export async function freeStored(ports: FreeingPorts, which?: ReadonlySet<string>): Promise<number> {
  const server = await readKnownServer(ports.db)
  if (server === undefined) return 0
  let freed = 0
  for (const file of await listEvidence(ports.db, 'stored')) {
    if (which?.has(file.sha256) === false) continue
    if (await mayGo(ports, file, server)) freed += await freeEvidence(ports.db, file.sha256, server)
  }
  return freed
}

async function mayGo(ports: FreeingPorts, file: KnownEvidence, server: ServerNow): Promise<boolean> {
  const proof = await readEvidenceProof(ports.db, file.sha256)
  return proof !== undefined && isFreeable(proof, file.size, server) && (await showsPiece(ports, file))
}

async function showsPiece({ db, evidence, random }: FreeingPorts, file: KnownEvidence): Promise<boolean> {
  const last = Math.max(0, Math.min(file.size, beginningBytes) - pieceBytes)
  const from = Math.floor(last * random.fraction())
  const to = Math.min(file.size, from + pieceBytes)
  const held = await readEvidencePiece(db, file, { from, to })
  const shown = await evidence.transport.fetch(`/evidence/${file.sha256}`, { mostBytes: to, to })
  if (held === undefined || shown.state === 'refused' || shown.bytes.size !== to) return false
  const piece = new Uint8Array(await shown.bytes.slice(from, to).arrayBuffer())
  return piece.length === held.length && piece.every((byte, at) => byte === held[at])
}
