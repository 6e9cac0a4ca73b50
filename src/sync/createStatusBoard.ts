// Holds the status and tells of its changes. Counts are read from the database after every change, one reading at a time.
import { initialStatus, type RefusedEntry, type RefusedFile, type SyncStatus } from './SyncStatus.ts'
import { countUnsent } from '../localdb/countUnsent.ts'
import { listEvidence, type KnownEvidence } from '../localdb/listEvidence.ts'
import { listRefused } from '../localdb/listRefused.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../localdb/LocalDatabaseError.ts'

export interface StatusBoard {
  readonly current: () => SyncStatus
  readonly update: (change: Partial<SyncStatus>) => void
  /** Counts anew, soon. */
  readonly recount: () => void
}

export function createStatusBoard(db: LocalDatabase, onStatus: (status: SyncStatus) => void): StatusBoard {
  let status = initialStatus
  let counting: 'no' | 'yes' | 'again' = 'no'
  const update = (change: Partial<SyncStatus>) => {
    status = { ...status, ...change }
    onStatus(status)
  }
  const recount = async () => {
    if (counting !== 'no') {
      counting = 'again'
      return
    }
    do {
      counting = 'yes'
      const counts = await readCounts(db)
      if (counts !== undefined && !isSame(status, counts)) update(counts)
    } while (isAgain())
    counting = 'no'
  }
  const isAgain = () => counting === 'again'
  return { current: () => status, update, recount: () => void recount() }
}

type Counts = Pick<SyncStatus, 'unsent' | 'refused' | 'refusedFiles'>

/** Undefined while the database cannot be read: the last known counts stay. */
async function readCounts(db: LocalDatabase): Promise<Counts | undefined> {
  try {
    const [unsent, refused, files] = await Promise.all([
      countUnsent(db),
      listRefused(db),
      listEvidence(db, 'refused', 'absent'),
    ])
    return { unsent, refused: refused.map(asEntry), refusedFiles: files.map(asFile) }
  } catch (error) {
    // Whoever saves meets the same trouble and tells it; a count may be missed.
    if (error instanceof LocalDatabaseError) return undefined
    throw error
  }
}

function asEntry(refused: Awaited<ReturnType<typeof listRefused>>[number]): RefusedEntry {
  const { stream, n, code, operation } = refused
  return { stream, n, code, kind: operation?.kind ?? null, entity: operation?.entity ?? null }
}

function asFile({ sha256, size, mediaType, code }: KnownEvidence): RefusedFile {
  return { sha256, size, mediaType, code }
}

function isSame(a: Counts, b: Counts): boolean {
  return JSON.stringify(countsOf(a)) === JSON.stringify(countsOf(b))
}

function countsOf({ unsent, refused, refusedFiles }: Counts): readonly unknown[] {
  return [unsent, refused, refusedFiles]
}
