// Forgets a text in progress that its author gave up. A text that becomes an operation is dropped by `recordOperations` itself.
import { journaling } from './journaling.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DraftKey } from './LocalRows.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

export function dropDraft(db: LocalDatabase, { stream, entity, register }: DraftKey): Promise<void> {
  return journaling(
    db,
    (journal) => journal.addDraft({ stream, entity, register }, null),
    () => withLocalDatabase(db, () => db.dexie.drafts.delete([stream, entity, register])),
  )
}
