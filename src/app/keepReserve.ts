// Keeps room set aside for a full disk: at the start, and again whenever there is room after it was used.
import { ignoreUnlessBug } from './composables/ignoreUnlessBug.ts'
import { randomBytes } from '../device/randomBytes.ts'
import { readStorageState } from '../device/storage.ts'
import { fillReserve } from '../localdb/fillReserve.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { reserveBytes } from '../localdb/Reserve.ts'

/** Room is made by hand, in minutes. */
const lookAgainMs = 60_000
/** With less than that the reserve would take the very room that it is meant to keep. */
const enoughBytes = 8 * reserveBytes

export function keepReserve(db: LocalDatabase): void {
  const look = async () => {
    const { freeBytes } = await readStorageState()
    const hasRoom = freeBytes === null || freeBytes >= enoughBytes
    await fillReserve(db, hasRoom ? () => randomBytes(reserveBytes) : undefined)
  }
  const fill = () => void look().catch(ignoreUnlessBug)
  fill()
  setInterval(() => {
    if (db.reserve.isInUse()) fill()
  }, lookAgainMs)
}
