// What the server keeps outside the log, for the person who looks after it. Asked once per call; nothing of it is kept on the tablet.
import { fetchMessage, type ExchangePorts } from './exchange.ts'
import type { SyncTrouble } from './SyncTrouble.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { quarantineResponse, type QuarantinedEntry } from '../protocol/quarantine.ts'

export interface Quarantine {
  /** Newest first. */
  readonly entries: readonly QuarantinedEntry[]
  readonly hasMore: boolean
}

export type QuarantineTrouble = SyncTrouble | 'too-large' | 'not-found'

export async function readQuarantine(
  ports: Pick<ExchangePorts, 'transport' | 'random'>,
): Promise<Result<Quarantine, QuarantineTrouble>> {
  const answer = await fetchMessage(ports, '/sync/v1/quarantine', quarantineResponse)
  if (!answer.ok) return err(answer.error.code)
  const { entries, hasMore } = answer.value
  return ok({ entries, hasMore })
}
