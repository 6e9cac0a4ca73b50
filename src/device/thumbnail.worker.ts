// Makes small pictures away from the thread that paints: one at a time, so that one unpacked original is in memory at most.
import { drawThumbnail } from './drawThumbnail.ts'

export interface ThumbnailTask {
  readonly id: number
  readonly bytes: Blob
}

export interface ThumbnailDone {
  readonly id: number
  /** Null where this browser cannot unpack it. */
  readonly picture: Blob | null
}

let turn: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<ThumbnailTask>) => {
  turn = turn.then(async () => {
    const done: ThumbnailDone = { id: data.id, picture: await drawThumbnail(data.bytes).catch(() => null) }
    self.postMessage(done)
  })
})
