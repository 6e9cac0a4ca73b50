// Takes in what another tablet, or this one, has exported. Other devices' runs wait to be handed to the server as they are; own ones that
// this tablet has lost come back to their places. Doing it again changes nothing.
import { findOperations } from '../localdb/findOperations.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { restoreOwn } from '../localdb/restoreOwn.ts'
import { saveRelays, type SignedRun } from '../localdb/saveRelays.ts'
import type { DeviceId } from '../domain/oplog/Dot.ts'

export interface ImportOutcome {
  /** Operations that this tablet did not have. None: everything had been imported or sent before. */
  readonly imported: number
}

/** `runs`: proven ones, as `readUnsentFile` gives them. */
export async function importUnsent(
  db: LocalDatabase,
  device: DeviceId,
  { runs }: { readonly runs: readonly SignedRun[] },
): Promise<ImportOutcome> {
  let imported = 0
  for (const run of runs) {
    if (run.device === device) {
      imported += await restoreOwn(db, run)
      continue
    }
    const isThere = await findOperations(db, run.stream)
    const missing = run.operations.filter((encoded) => !isThere(encoded)).length
    if (missing > 0 && (await saveRelays(db, [run])) > 0) imported += missing
  }
  return { imported }
}
