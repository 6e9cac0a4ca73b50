// Opens the tablet's database. It never opens one that a newer release has written, and never waits silently for an old tab.
//
// The room's public functions, each in the file of its name:
//   recordOperations: the one door · positionAfter (in recordLocal.ts)
//   openStream, readSince, readHistory, saveSnapshot: one audit
//   listStreams, readSummaries, saveSummary: the list of audits
//   saveDraft, readDrafts, dropDraft: text in progress
//   countUnsent, listUnsent, readRun, markOwn, reviveOwn, listRefused, listOwn, readKeptPieces: the outbox
//   markForRefetch, settleRefetch: a stream fetched anew · recordBase, dropBackedUp, fetchWholeLog (in wantWholeLog.ts): state for log
//   noteFacts, reofferBlocked, relayFromPages, saveRelays, readRelays, settleRelay, saveDeviceKeys: healing a restored server
//   readVault, writeVault (readVaultKey, writeVaultKey), checkSentinel: this tablet
//   readIdentity, claimIdentity, adoptIdentity: which device it is
//   fillReserve: room for a full disk
//   replayJournal: what an earlier page could not save
// All reject with `LocalDatabaseError` alone, and then nothing of the call is saved. `db.watch` tells of every change.
import { createJournal } from './createJournal.ts'
import type { JournalStore } from './Journal.ts'
import type { HintPort, LocalDatabase, StreamChange } from './LocalDatabase.ts'
import { LocalDatabaseError, asLocalDatabaseError, type LostCode } from './LocalDatabaseError.ts'
import { LocalDexie, schemaVersion, type LocalDexieOptions } from './LocalDexie.ts'
import { createReserve, type DiskReserve } from './Reserve.ts'
import type { Sealer } from './Sealer.ts'
import { watchTransactions } from './watchTransactions.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'

export interface LocalDatabaseOptions extends LocalDexieOptions {
  readonly sealer: Sealer
  readonly sha256: Sha256
  /** The build's version, or anything that changes with it. */
  readonly release: string
  /** Only to be read once for an export: then a newer release's database opens too, as far as this release understands it. */
  readonly isRescue?: boolean
  readonly hints?: HintPort
  /** Where what cannot be saved any more is kept until the next start. */
  readonly journal?: JournalStore
  /** Room set aside outside of the database. */
  readonly diskReserve?: DiskReserve
  /** This page can save nothing more. True: it is going to be loaded anew, and everything until then goes to the journal. */
  readonly onLost?: (code: LostCode) => boolean
}

export async function openLocalDatabase(options: LocalDatabaseOptions): Promise<LocalDatabase> {
  const dexie = new LocalDexie(options)
  // Dexie would warn on the console and later reopen by itself.
  let isOutdated = false
  dexie.on('versionchange', () => {
    isOutdated = true
    dexie.close()
  })
  let hasLeft = false
  const running = watchTransactions(dexie)
  const reopen = async () => {
    if (isOutdated) throw new LocalDatabaseError('newer-database')
    if (hasLeft) throw new LocalDatabaseError('database-lost')
    if (!dexie.isOpen()) await openChecked(dexie)
  }
  if (options.isRescue === true) await openAny(dexie)
  else await openChecked(dexie)
  const db = shared(options, dexie)
  const leave = () => {
    hasLeft = true
    db.lost.code ??= 'database-lost'
    dexie.close()
    running.abort()
    for (const refuse of [...db.underWay]) refuse(new LocalDatabaseError('database-lost'))
  }
  return { ...db, reopen, leave }
}

function shared(options: LocalDatabaseOptions, dexie: LocalDexie): Omit<LocalDatabase, 'reopen' | 'leave'> {
  const { sealer, sha256, release, hints, journal, diskReserve, onLost } = options
  const lost: LocalDatabase['lost'] = { code: undefined }
  const listeners = new Set<(change: StreamChange) => void>()
  const tell = (change: StreamChange) => {
    for (const listener of [...listeners]) listener(change)
  }
  const endHints = hints?.subscribe(({ stream }) => tell({ stream, source: 'elsewhere' }))
  return {
    dexie,
    sealer,
    sha256,
    release,
    identity: { device: undefined },
    heads: new Map(),
    ends: new Map(),
    seen: new Map(),
    turns: new Map(),
    journal: journal && createJournal(journal, sha256),
    reserve: createReserve(diskReserve),
    lost,
    underWay: new Set(),
    lose(code) {
      if (lost.code === undefined && onLost?.(code) === true) lost.code = code
    },
    announce(change) {
      tell(change)
      hints?.post({ stream: change.stream })
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      endHints?.()
      dexie.close()
    },
  }
}

async function openChecked(dexie: LocalDexie): Promise<void> {
  await openAny(dexie)
  // Dexie numbers versions in tens, and opens a newer database than it knows without complaint.
  if (Math.floor(dexie.backendDB().version / 10) > schemaVersion) {
    dexie.close()
    throw new LocalDatabaseError('newer-database')
  }
}

async function openAny(dexie: LocalDexie): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const onBlocked = () => {
      reject(new LocalDatabaseError('blocked'))
      dexie.close()
    }
    dexie.on('blocked', onBlocked)
    dexie
      .open()
      .then(
        () => resolve(),
        (error: unknown) => reject(asLocalDatabaseError(error)),
      )
      .finally(() => dexie.on('blocked').unsubscribe(onBlocked))
  })
}
