// Makes signed runs of other devices' operations that the server has lost and this tablet still holds. The author's tablet may be gone for ever.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { KeptOperation } from './packOperations.ts'
import { saveRelays, type SignedRun } from './saveRelays.ts'
import type { PlacedOperation, RefetchOutcome } from './settleRefetch.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'

/**
 * Runs are cut at the signatures that came with the pages; what no signature stands for cannot be proven and only stays here.
 * Returns how many runs are new.
 */
export async function relayFromPages(
  db: LocalDatabase,
  stream: StreamId,
  { lacking, older }: RefetchOutcome,
): Promise<number> {
  const devices = new Set(lacking.map(({ device }) => device))
  const keys = await withLocalDatabase(db, () => db.dexie.deviceKeys.bulkGet([...devices]))
  const runs = keys.flatMap((row): SignedRun[] => {
    if (row === undefined) return []
    const { device, ...deviceKey } = row
    const lost = new Set(lacking.flatMap((operation) => (operation.device === device ? [operation.n] : [])))
    return signedRuns(older, device)
      .filter(({ from, operations }) => operations.some((_, index) => lost.has(from + index)))
      .map((run) => ({ ...run, stream, device, deviceKey, again: true }))
  })
  return saveRelays(db, runs)
}

type CutRun = Pick<SignedRun, 'from' | 'operations' | 'signature'>

function signedRuns(places: readonly PlacedOperation[], device: DeviceId): CutRun[] {
  const chain = new Map(places.flatMap((place) => (place.device === device ? [[place.n, place.encoded] as const] : [])))
  const runs: CutRun[] = []
  let run: KeptOperation[] = []
  let next = 0
  for (const [n, encoded] of [...chain].sort(([a], [b]) => a - b)) {
    if (n !== next) run = []
    run.push(encoded)
    next = n + 1
    if (encoded.signature === undefined) continue
    runs.push({ from: next - run.length, operations: run, signature: encoded.signature })
    run = []
  }
  return runs
}
