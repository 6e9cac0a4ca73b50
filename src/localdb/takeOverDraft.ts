// Makes a text in progress of another tablet one of this tablet's, when a person wants it. A text that is there is never replaced.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DraftContent, DraftKey } from './LocalRows.ts'
import { draftPlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { err, ok, type Result } from '../domain/Result.ts'

export interface OfferedDraft {
  readonly key: DraftKey
  readonly content: DraftContent
}

export async function takeOverDraft(
  db: LocalDatabase,
  { key, content }: OfferedDraft,
): Promise<Result<'taken', 'occupied'>> {
  const { drafts } = db.dexie
  const { stream, entity, register } = key
  const { bytes } = await sealJson(db, content, draftPlace(key))
  return withLocalDatabase(db, () =>
    db.dexie.transaction('rw', drafts, async () => {
      if ((await drafts.get([stream, entity, register])) !== undefined) return err('occupied')
      await drafts.add({ stream, entity, register, bytes })
      return ok('taken')
    }),
  )
}
