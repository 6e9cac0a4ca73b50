// The texts in progress of a stream, or of all: what a start after a crash finds.
import { parseDraftContent } from './parseDraftContent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DraftContent, DraftKey, DraftRow } from './LocalRows.ts'
import { draftPlace } from './rowPlaces.ts'
import { openJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface ReadDraft {
  readonly key: DraftKey
  /** Undefined where the row is damaged. */
  readonly content: DraftContent | undefined
}

export async function readDrafts(db: LocalDatabase, stream?: StreamId): Promise<ReadDraft[]> {
  const { drafts } = db.dexie
  const rows = await withLocalDatabase(db, () =>
    stream === undefined
      ? drafts.toArray()
      : drafts.where('[stream+entity+register]').between([stream, ''], [stream, []]).toArray(),
  )
  return Promise.all(rows.map((row) => openDraft(db, row)))
}

async function openDraft(db: LocalDatabase, row: DraftRow): Promise<ReadDraft> {
  const { stream, entity, register } = row
  const key = { stream, entity, register }
  return { key, content: parseDraftContent(await openJson(db, row.bytes, draftPlace(key))) }
}
