// What every part of an attempt works with.
import type { ExchangePorts } from './exchange.ts'
import type { Signer } from './SyncPorts.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import type { PullResponse } from '../protocol/pull.ts'

export interface SyncContext extends ExchangePorts {
  readonly db: LocalDatabase
  readonly signer: Signer
  /** The epoch last seen, as it stands now. */
  readonly epoch: () => string | null
  /** Told of every answer's epoch before anything else is done with the answer. */
  readonly onEpoch: (epoch: string) => void
  /** Told of what the server says beside the log, after the answer's epoch. */
  readonly onFacts: (facts: NonNullable<PullResponse['facts']>) => void
  /** Devices whose keys are kept here already, as far as this session knows. */
  readonly knownDevices: Set<string>
  /** Relayed runs that the server cannot take yet; forgotten at the next contact that asks for facts. */
  readonly relaysAside: Set<string>
}
