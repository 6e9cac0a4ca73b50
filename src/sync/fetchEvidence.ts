// Brings an evidence file from the server to this tablet, when somebody wants to see it. What comes is kept only if its hash is right.
import { troubleOf, type ExchangeTrouble } from './exchange.ts'
import type { EvidencePorts } from './EvidencePorts.ts'
import { readKnownServer } from './KnownServer.ts'
import type { Clock, TransportAnswer } from './SyncPorts.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { downloadProof } from '../localdb/EvidenceProof.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { readEvidence } from '../localdb/readEvidence.ts'
import { saveEvidence } from '../localdb/saveEvidence.ts'
import { errorAnswer } from '../protocol/errorAnswer.ts'
import { mostEvidenceBytes } from '../protocol/limits.ts'

export interface FetchingPorts extends Pick<EvidencePorts, 'transport' | 'hash'> {
  readonly db: LocalDatabase
  readonly clock: Clock
}

/** `mediaType`: as the operation says; what the server calls it is not believed. */
export interface WantedEvidence {
  readonly sha256: string
  readonly mediaType: string
}

/** `not-found`: the server does not have it, or not yet. `wrong-hash`: something else came. */
export type FetchingTrouble = ExchangeTrouble['code'] | 'not-found' | 'wrong-hash'

/** From this tablet where it is here, else from the server. Where there is no room to keep it, it is shown all the same. */
export async function fetchEvidence(
  ports: FetchingPorts,
  { sha256, mediaType }: WantedEvidence,
): Promise<Result<Blob, FetchingTrouble>> {
  const held = await readEvidence(ports.db, sha256)
  if (held !== undefined) return ok(held)
  const fetched = await ports.transport.fetch(`/evidence/${sha256}`, { mostBytes: mostEvidenceBytes })
  if (fetched.state === 'refused') return err(codeOf(fetched.answer))
  if ((await ports.hash(fetched.bytes)) !== sha256) return err('wrong-hash')
  const bytes = fetched.bytes.slice(0, fetched.bytes.size, mediaType)
  await keep(ports, { sha256, bytes, mediaType })
  return ok(bytes)
}

async function keep({ db, clock }: FetchingPorts, file: Parameters<typeof saveEvidence>[1]): Promise<void> {
  const server = await readKnownServer(db)
  if (server === undefined) return
  const heldSince = new Date(clock.now()).toISOString()
  try {
    await saveEvidence(db, file, { heldSince, proof: downloadProof(server.epoch, file.bytes.size) })
  } catch (error) {
    if (!(error instanceof LocalDatabaseError)) throw error
  }
}

function codeOf(answer: TransportAnswer): FetchingTrouble {
  if (answer.state === 'failed') return answer.reason
  const parsed = errorAnswer.safeParse(answer.body)
  return parsed.success && parsed.data.error.code === 'not-found' ? 'not-found' : troubleOf(answer).code
}
