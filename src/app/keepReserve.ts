// Keeps room set aside for a full disk: at the start, and again whenever there is room after it was used.
import { ignoreUnlessBug } from './composables/ignoreUnlessBug.ts'
import { randomBytes } from '../device/randomBytes.ts'
import { readStorageState } from '../device/storage.ts'
import { fillReserve } from '../localdb/fillReserve.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { reserveBytes } from '../localdb/Reserve.ts'

/** Room is made by hand, in minutes. */
const lookAgainMs = 60_000
/** Something was saved: there may be room again. After a breath, for saving goes first. */
const afterSaveMs = 2_000
/** With less than that the reserve would take the very room that it is meant to keep. */
const enoughBytes = 8 * reserveBytes

export function keepReserve(db: LocalDatabase): void {
  const look = async () => {
    const { freeBytes } = await readStorageState()
    const hasRoom = freeBytes === null || freeBytes >= enoughBytes
    await fillReserve(db, hasRoom ? () => randomBytes(reserveBytes) : undefined)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(lookNow, ms)
  }
  const lookNow = () => {
    void look()
      .catch(ignoreUnlessBug)
      .finally(() => {
        if (db.reserve.isInUse()) lookIn(lookAgainMs)
      })
  }
  db.reserve.watch((isInUse) => {
    if (isInUse) lookIn(lookAgainMs)
  })
  db.watch(({ source }) => {
    if (source === 'local' && db.reserve.isInUse()) lookIn(afterSaveMs)
  })
  lookNow()
}
