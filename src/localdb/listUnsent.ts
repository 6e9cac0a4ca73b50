// What waits to be sent, as runs of neighbours. Reads keys only; `readRun` opens what is sent next.
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { isStreamId, type StreamId } from '../domain/oplog/Dot.ts'

/** Own operations `from` … `to` of a stream, without gaps. */
export interface OwnRun {
  readonly stream: StreamId
  readonly from: number
  readonly to: number
}

export async function listUnsent(db: LocalDatabase): Promise<OwnRun[]> {
  const keys = await withLocalDatabase(db, () =>
    db.dexie.operations.where('[status+stream+n]').between(['unsent', ''], ['unsent', []]).primaryKeys(),
  )
  const runs: OwnRun[] = []
  for (const [stream, n] of keys) {
    const last = runs.at(-1)
    if (last?.stream === stream && last.to === n - 1) runs[runs.length - 1] = { ...last, to: n }
    else if (isStreamId(stream)) runs.push({ stream, from: n, to: n })
  }
  return runs
}
