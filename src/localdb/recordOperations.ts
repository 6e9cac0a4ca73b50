// The one door: every change of an audit enters the tablet's database here, whether tapped, imported or pulled.
import type { LocalDatabase } from './LocalDatabase.ts'
import { recordLocal, type LocalEntry, type RecordedOperations } from './recordLocal.ts'
import { recordPulled, type PulledEntry, type PulledOutcome } from './recordPulled.ts'

/**
 * Resolves only after the strict transaction has completed: then, and only then, it is saved. Rejects with `LocalDatabaseError`,
 * and then nothing of the entry is saved.
 */
export function recordOperations(db: LocalDatabase, entry: LocalEntry): Promise<RecordedOperations>
export function recordOperations(db: LocalDatabase, entry: PulledEntry): Promise<PulledOutcome>
export function recordOperations(
  db: LocalDatabase,
  entry: LocalEntry | PulledEntry,
): Promise<RecordedOperations | PulledOutcome> {
  return entry.source === 'local' ? recordLocal(db, entry) : recordPulled(db, entry)
}
