// Asks the worker for small pictures. The worker ends once nobody has asked for a while, and its memory with it.
import { ownScriptUrl } from './ownScriptUrl.ts'
import type { ThumbnailDone, ThumbnailTask } from './thumbnail.worker.ts'
import workerUrl from './thumbnail.worker.ts?worker&url'

const endAfterMs = 10_000

const waiting = new Map<number, (picture: Blob | undefined) => void>()
let worker: Worker | undefined
let asked = 0
let ending: ReturnType<typeof setTimeout> | undefined

/** Undefined where this browser cannot unpack the picture, HEIC in most of them for example, or has no such worker. */
export function makeThumbnail(bytes: Blob): Promise<Blob | undefined> {
  clearTimeout(ending)
  const id = ++asked
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    const task: ThumbnailTask = { id, bytes }
    worker ??= start()
    worker.postMessage(task)
  })
}

function start(): Worker {
  const started = new Worker(ownScriptUrl(workerUrl), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<ThumbnailDone>) => {
    waiting.get(data.id)?.(data.picture ?? undefined)
    waiting.delete(data.id)
    if (waiting.size === 0) ending = setTimeout(end, endAfterMs)
  })
  // A version that was replaced meanwhile no longer has its file.
  started.addEventListener('error', end)
  return started
}

function end(): void {
  worker?.terminate()
  worker = undefined
  for (const resolve of waiting.values()) resolve(undefined)
  waiting.clear()
}
