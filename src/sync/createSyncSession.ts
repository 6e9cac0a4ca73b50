// What attempts have in common: the server's epoch, the clock's distance, how much a message may carry. Kept across restarts in the vault.
import type { SyncEngineOptions } from './SyncEngineOptions.ts'
import type { ExchangeTrouble } from './exchange.ts'
import { widestLimits } from './fillBatches.ts'
import type { SyncContext } from './SyncContext.ts'
import { emptyMemory, readSyncMemory, writeSyncMemory, type SyncMemory } from './syncMemory.ts'
import { syncRound } from './syncRound.ts'
import type { SyncPhase } from './SyncStatus.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { err, type Result } from '../domain/Result.ts'

export interface SyncSession {
  /** What the last start knew, from the first attempt on. */
  readonly memory: () => SyncMemory
  /** One attempt, after the end of an earlier one that is still under way. Rejects for bugs only. */
  readonly attempt: (onPhase: (phase: SyncPhase) => void) => Promise<Result<'synced', ExchangeTrouble>>
}

type SessionPorts = Pick<SyncEngineOptions, 'db' | 'transport' | 'signer' | 'clock' | 'random'>

/** A strict write for every poll would wear the flash for nothing. */
const memoryMs = 60_000

export function createSyncSession(ports: SessionPorts): SyncSession {
  let memory = emptyMemory
  let written: SyncMemory | undefined
  let limits = widestLimits
  let isFirst = true
  let isRewindDue = false

  const context: SyncContext = {
    ...ports,
    epoch: () => memory.epoch,
    onEpoch: (epoch) => {
      isRewindDue ||= memory.epoch !== null && memory.epoch !== epoch
      memory = { ...memory, epoch }
    },
    onOffset: (clockOffset) => {
      memory = { ...memory, clockOffset }
    },
  }
  const takeRewind = () => {
    const isDue = isRewindDue
    isRewindDue = false
    return isDue
  }
  const recall = async () => {
    if (written === undefined) written = memory = await readSyncMemory(ports.db)
  }
  /** Only after success: an epoch whose rewind was cut short must be met as new again. */
  const remember = async () => {
    const now = ports.clock.now()
    memory = { ...memory, lastSyncedAt: new Date(now).toISOString() }
    const age = now - Date.parse(written?.lastSyncedAt ?? '')
    if (age < memoryMs && written?.epoch === memory.epoch) return
    await writeSyncMemory(ports.db, memory)
    written = memory
  }
  const attempt: SyncSession['attempt'] = async (onPhase) => {
    try {
      await recall()
      const outcome = await syncRound(context, { limits, isFirst, onPhase, takeRewind })
      limits = outcome.limits
      if (outcome.result.ok) {
        isFirst = false
        await remember()
      }
      return outcome.result
    } catch (error) {
      if (error instanceof LocalDatabaseError) return err({ code: 'local-database', retryAfterMs: null })
      throw error
    }
  }
  let earlier: Promise<unknown> = Promise.resolve()
  const inTurn: SyncSession['attempt'] = (onPhase) => {
    const mine = earlier.then(() => attempt(onPhase))
    earlier = mine.catch(() => undefined)
    return mine
  }
  return { memory: () => memory, attempt: inTurn }
}
