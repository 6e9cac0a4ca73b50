// Reads one register file away from the thread that paints, then answers once. Knows nothing of audits.
import { readTable } from './readTable.ts'
import type { ReadingChoice } from './Table.ts'

export interface ReadingTask {
  readonly bytes: Uint8Array
  readonly choice: ReadingChoice
}

self.addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
  self.postMessage(readTable(data.bytes, data.choice))
})
