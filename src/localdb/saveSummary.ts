// A small text about a stream for lists (title, progress), so that the home screen opens no audit. Made from a state, never truth itself.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { StreamPosition } from './LocalRows.ts'
import { summaryPlace } from './rowPlaces.ts'
import { sealJson } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export interface StreamSummary {
  readonly stream: StreamId
  /** The position of the state it was made from. */
  readonly position: StreamPosition
  /** Any JSON; the caller parses it again on reading. */
  readonly summary: unknown
}

/** Does nothing for an unknown stream. */
export async function saveSummary(db: LocalDatabase, { stream, position, summary }: StreamSummary): Promise<void> {
  const { streams } = db.dexie
  const sealed = await sealJson(db, { release: db.release, summary }, summaryPlace(stream))
  await withLocalDatabase(db, () =>
    db.dexie.transaction('rw', streams, async () => {
      const row = await streams.get(stream)
      if (row !== undefined) await streams.put({ ...row, summary: sealed.bytes, summaryAt: position })
    }),
  )
}
