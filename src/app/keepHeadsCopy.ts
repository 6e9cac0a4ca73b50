// Notes outside the database how far this tablet has written. Late by a moment, off the path of every save, and never needed to work.
import { writeHeadsCopy } from '../device/headsCopy.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'
import { ignoreUnlessBug } from './composables/ignoreUnlessBug.ts'
import { listStreams } from '../localdb/listStreams.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'

/** A burst of taps is one note. */
const noteAfterMs = 2_000

export function keepHeadsCopy(db: LocalDatabase, device: DeviceId): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  db.watch(({ source }) => {
    if (source === 'local') timer ??= setTimeout(() => void note().catch(ignoreUnlessBug), noteAfterMs)
  })
  async function note(): Promise<void> {
    timer = undefined
    const streams = await listStreams(db)
    writeHeadsCopy({ device, heads: new Map(streams.map(({ stream, position }) => [stream, position.own])) })
  }
}
