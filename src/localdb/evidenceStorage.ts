// How much room evidence takes on this tablet, by what became of it. Reads rows without bytes.
import type { LocalDatabase } from './LocalDatabase.ts'
import { evidenceStatuses, type EvidenceStatus } from './LocalRows.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export interface EvidenceFigures {
  readonly files: number
  /** Of the files themselves, also where they are not here. */
  readonly bytes: number
}

export interface EvidenceStorage {
  readonly by: Readonly<Record<EvidenceStatus, EvidenceFigures>>
  /** ISO instant of the tablet's clock; null where nothing waits. */
  readonly oldestUnsent: string | null
}

export async function evidenceStorage(db: LocalDatabase): Promise<EvidenceStorage> {
  const rows = await withLocalDatabase(db, () => db.dexie.evidence.toArray())
  const figuresOf = (status: EvidenceStatus): EvidenceFigures => {
    const these = rows.filter((row) => row.status === status)
    return { files: these.length, bytes: these.reduce((sum, { size }) => sum + size, 0) }
  }
  const by = Object.fromEntries(evidenceStatuses.map((status) => [status, figuresOf(status)]))
  const waiting = rows.filter(({ status, heldSince }) => status === 'unsent' && heldSince !== '')
  return {
    by: by as Record<EvidenceStatus, EvidenceFigures>,
    oldestUnsent: waiting.map(({ heldSince }) => heldSince).sort()[0] ?? null,
  }
}
