// Text in progress, kept from keystroke to keystroke. It is not an operation yet and never leaves the tablet.
import { journaling } from './journaling.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DraftContent, DraftKey } from './LocalRows.ts'
import { draftPlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { withReserve } from './withReserve.ts'

/** Resolves once it is on the disk: the text survives a killed browser. */
export function saveDraft(db: LocalDatabase, key: DraftKey, content: DraftContent): Promise<void> {
  const { stream, entity, register } = key
  return journaling(
    db,
    (journal) => journal.addDraft({ stream, entity, register }, content),
    async () => {
      const { bytes } = await sealJson(db, content, draftPlace(key))
      const put = () => db.dexie.drafts.put({ stream, entity, register, bytes })
      await withReserve(db, () => withLocalDatabase(db, put))
    },
  )
}
