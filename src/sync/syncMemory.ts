// What the engine keeps from one start to the next. Losing it costs a needless comparison with the server, nothing else.
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { readVault } from '../localdb/readVault.ts'
import { writeVault } from '../localdb/writeVault.ts'
import { finiteNumber, nullOr, shape, text, type Parser } from '../domain/parse/Parser.ts'

export interface SyncMemory {
  /** The server's epoch with which this tablet last came to an end. */
  readonly epoch: string | null
  readonly lastSyncedAt: string | null
  /** Server's clock minus the tablet's, in milliseconds. */
  readonly clockOffset: number | null
}

export const emptyMemory: SyncMemory = { epoch: null, lastSyncedAt: null, clockOffset: null }

const vaultName = 'sync'

const parseMemory: Parser<SyncMemory> = shape({
  epoch: nullOr(text()),
  lastSyncedAt: nullOr(text()),
  clockOffset: nullOr(finiteNumber()),
})

export async function readSyncMemory(db: LocalDatabase): Promise<SyncMemory> {
  return parseMemory(await readVault(db, vaultName)) ?? emptyMemory
}

export function writeSyncMemory(db: LocalDatabase, memory: SyncMemory): Promise<void> {
  return writeVault(db, vaultName, memory)
}
