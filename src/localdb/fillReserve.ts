// Sets the reserve aside, or says that there is no room for it now. Called at the start and from time to time: a spent reserve is
// filled again as soon as there is room.
import type { LocalDatabase } from './LocalDatabase.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import { isFull } from './withReserve.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

const reserveName = 'reserve'

/** Random ones, as many as `reserveBytes`; undefined where there is not enough room to set any aside. */
export type MakeBytes = (() => Uint8Array<ArrayBuffer>) | undefined

/** Asks for bytes only where something is missing. True where all of it lies there. */
export async function fillReserve(db: LocalDatabase, makeBytes: MakeBytes): Promise<boolean> {
  const isThere = (await fillRow(db, makeBytes)) && (await fillDisk(db, makeBytes))
  db.reserve.setInUse(!isThere)
  return isThere
}

async function fillRow(db: LocalDatabase, makeBytes: MakeBytes): Promise<boolean> {
  const { reserve } = db.dexie
  try {
    if ((await withLocalDatabase(db, () => reserve.where('name').equals(reserveName).count())) > 0) return true
    if (makeBytes === undefined) return false
    await withLocalDatabase(db, () => reserve.put({ name: reserveName, bytes: makeBytes() }))
    return true
  } catch (error) {
    if (error instanceof LocalDatabaseError && isFull(error)) return false
    throw error
  }
}

/** A browser without files has the row alone: that is all there can be. */
async function fillDisk({ reserve: { disk } }: LocalDatabase, makeBytes: MakeBytes): Promise<boolean> {
  return disk === undefined || makeBytes === undefined || (await disk.fill(makeBytes()))
}
