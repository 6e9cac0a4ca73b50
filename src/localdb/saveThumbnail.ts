// Small pictures of evidence files. They can be made anew, so where there is no room for one it is left out.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import { thumbnailPlace } from './rowPlaces.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { isFull } from './withReserve.ts'

/** False where there was no room for it. */
export async function saveThumbnail(db: LocalDatabase, sha256: string, picture: Blob): Promise<boolean> {
  if (db.reserve.isInUse()) return false
  const plain = new Uint8Array(await picture.arrayBuffer())
  const row = { sha256, mediaType: picture.type, size: plain.length }
  const bytes = await db.sealer.seal(plain, thumbnailPlace(sha256))
  try {
    await withLocalDatabase(db, () => db.dexie.thumbnails.put({ ...row, bytes }))
    return true
  } catch (error) {
    if (error instanceof LocalDatabaseError && isFull(error)) return false
    throw error
  }
}
