// Reads the small picture of an evidence file, as `saveThumbnail` kept it.
import type { LocalDatabase } from './LocalDatabase.ts'
import { thumbnailPlace } from './rowPlaces.ts'
import { SealBroken } from './Sealer.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** Undefined where there is none, or it is damaged. */
export async function readThumbnail(db: LocalDatabase, sha256: string): Promise<Blob | undefined> {
  const row = await withLocalDatabase(db, () => db.dexie.thumbnails.get(sha256))
  if (row === undefined) return undefined
  try {
    const opened = await db.sealer.open(row.bytes, thumbnailPlace(sha256))
    return new Blob([new Uint8Array(opened)], { type: row.mediaType })
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
