// Hands a register file to a worker of its own and waits for the rows. The worker ends with the answer.
import { ownScriptUrl } from '../../device/ownScriptUrl.ts'
import { err, type Result } from '../../domain/Result.ts'
import type { ReadingTask } from '../../interchange/readTable.worker.ts'
import workerUrl from '../../interchange/readTable.worker.ts?worker&url'
import type { Table, TableRefusal } from '../../interchange/Table.ts'

/** `reader-missing`: the worker could not start, after an update for example; nothing is wrong with the file. */
export type ReadingRefusal = TableRefusal | 'reader-missing'

export function readTableAway(task: ReadingTask): Promise<Result<Table, ReadingRefusal>> {
  return new Promise((resolve) => {
    const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' })
    const end = (answer: Result<Table, ReadingRefusal>) => {
      worker.terminate()
      resolve(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Table, TableRefusal>>) => end(data))
    worker.addEventListener('error', () => end(err('reader-missing')))
    worker.postMessage(task)
  })
}
