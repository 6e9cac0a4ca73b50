// At the start: what earlier pages of this browser could not save any more. A journal is removed only once all of it is in the database.
import { listJournals, removeJournal } from '../device/journalStorage.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'
import { parseJournal } from '../localdb/Journal.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { replayJournal } from '../localdb/replayJournal.ts'

/** One that cannot be read stays where it is, for a specialist. Rejects with `LocalDatabaseError`, and then everything stays. */
export async function replayJournals(db: LocalDatabase, device: DeviceId): Promise<void> {
  for (const stored of listJournals()) {
    const content = parseJournal(stored.text)
    if (content === undefined) continue
    await replayJournal(db, { content, device })
    removeJournal(stored)
  }
}
