// Every own operation that has a row of its own, sent or not, as runs of neighbours. Reads keys only.
import type { OwnRun } from './listUnsent.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { isStreamId } from '../domain/oplog/Dot.ts'

export async function listOwn(db: LocalDatabase): Promise<OwnRun[]> {
  const keys = await withLocalDatabase(db, () => db.dexie.operations.toCollection().primaryKeys())
  const runs: OwnRun[] = []
  for (const [stream, n] of keys) {
    const last = runs.at(-1)
    if (last?.stream === stream && last.to === n - 1) runs[runs.length - 1] = { ...last, to: n }
    else if (isStreamId(stream)) runs.push({ stream, from: n, to: n })
  }
  return runs
}
