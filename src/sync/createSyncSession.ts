// What attempts have in common: the server's epoch, the clock's distance, how much a message may carry. Kept across restarts in the vault.
import { dropClosed } from './dropClosed.ts'
import type { SyncEngineOptions } from './SyncEngineOptions.ts'
import type { ExchangeTrouble } from './exchange.ts'
import { widestLimits } from './fillBatches.ts'
import type { KnownServer } from './KnownServer.ts'
import type { SyncContext } from './SyncContext.ts'
import { emptyMemory, readSyncMemory, writeSyncMemory, type SyncMemory } from './syncMemory.ts'
import { pokesInTurn } from './pokesInTurn.ts'
import { syncRound, type FactsDue, type Round } from './syncRound.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'
import { err, type Result } from '../domain/Result.ts'

export interface SyncSession {
  /** What the last start knew, from the first attempt on. */
  readonly memory: () => SyncMemory
  /** One attempt, after the end of an earlier one that is still under way. Rejects for bugs only. */
  readonly attempt: (tell: Telling) => Promise<Result<'synced', ExchangeTrouble>>
  /** Takes what a poke brings, in order and after the attempt under way; false where the device must look for itself. */
  readonly takePoke: (brought: unknown) => Promise<boolean>
  /** Work that can wait until nothing else is to be done. */
  readonly tidy: () => Promise<void>
  /** What the server has said of itself; undefined before it did, and in another epoch until it does again. */
  readonly server: () => KnownServer | undefined
}

/** What an attempt tells while it is under way. */
export type Telling = Pick<Round, 'onPhase' | 'onSent'>

type SessionPorts = Pick<SyncEngineOptions, 'db' | 'transport' | 'signer' | 'clock' | 'random'>

/** A strict write for every poll would wear the flash for nothing. */
const memoryMs = 60_000

export function createSyncSession(ports: SessionPorts): SyncSession {
  const memory = keepMemory(ports)
  const facts = createFactsDue()
  let limits = widestLimits
  let isFirst = true
  let server: KnownServer | undefined

  const context: SyncContext = {
    ...ports,
    epoch: () => memory.current().epoch,
    onEpoch: (epoch) => {
      const known = memory.current().epoch
      if (known !== null && known !== epoch) facts.raise()
      if (server?.epoch !== epoch) server = undefined
      memory.change({ epoch })
    },
    onFacts: ({ serverKey, evidenceBackedUpTo = null }) => {
      const { epoch } = memory.current()
      server = epoch === null ? undefined : { epoch, key: serverKey, backedUpTo: evidenceBackedUpTo }
    },
    onOffset: (clockOffset) => memory.change({ clockOffset }),
    knownDevices: new Set(),
    relaysAside: new Set(),
  }
  const attempt: SyncSession['attempt'] = async (tell) => {
    try {
      await memory.recall()
      const outcome = await syncRound(context, { ...tell, limits, isFirst, facts })
      limits = outcome.limits
      if (outcome.result.ok) {
        isFirst = false
        await memory.remember()
      }
      return outcome.result
    } catch (error) {
      if (error instanceof LocalDatabaseError) return err({ code: 'local-database', retryAfterMs: null })
      throw error
    }
  }
  let earlier: Promise<unknown> = Promise.resolve()
  const inTurn: SyncSession['attempt'] = (tell) => {
    const mine = earlier.then(() => attempt(tell))
    earlier = mine.catch(() => undefined)
    return mine
  }
  const tidy = async () => {
    if (!facts.takeTidying()) return
    try {
      await dropClosed(ports.db)
    } catch (error) {
      // Nothing waits for it, and whoever needs the database next is told.
      if (!(error instanceof LocalDatabaseError)) throw error
    }
  }
  return {
    memory: memory.current,
    attempt: inTurn,
    takePoke: pokesInTurn(context, () => earlier),
    tidy,
    server: () => server,
  }
}

interface FactsKeeper extends FactsDue {
  /** True once after facts came: the backups may hold more than before. */
  readonly takeTidying: () => boolean
}

function createFactsDue(): FactsKeeper {
  let isDue = true
  let isTidyingDue = false
  return {
    isDue: () => isDue,
    raise: () => {
      isDue = true
    },
    settle: () => {
      isDue = false
      isTidyingDue = true
    },
    takeTidying: () => {
      const wasDue = isTidyingDue
      isTidyingDue = false
      return wasDue
    },
  }
}

function keepMemory({ db, clock }: SessionPorts) {
  let memory = emptyMemory
  let written: SyncMemory | undefined
  return {
    current: () => memory,
    change: (news: Partial<SyncMemory>) => {
      memory = { ...memory, ...news }
    },
    recall: async () => {
      if (written === undefined) written = memory = await readSyncMemory(db)
    },
    /** Only after success: an epoch whose healing was cut short must be met as new again. */
    remember: async () => {
      const now = clock.now()
      memory = { ...memory, lastSyncedAt: new Date(now).toISOString() }
      const age = now - Date.parse(written?.lastSyncedAt ?? '')
      if (age < memoryMs && written?.epoch === memory.epoch) return
      await writeSyncMemory(db, memory)
      written = memory
    },
  }
}
