// Writes down what the server said of a relayed run: taken ones go, refused ones stay with their code.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { SignedRun } from './saveRelays.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** `refusal`: null where the server has all of it. */
export async function settleRelay(
  db: LocalDatabase,
  { device, stream, from }: Pick<SignedRun, 'device' | 'stream' | 'from'>,
  refusal: string | null,
): Promise<void> {
  const { relays } = db.dexie
  const key: [string, string, number] = [device, stream, from]
  await withLocalDatabase<unknown>(db, () =>
    refusal === null ? relays.delete(key) : relays.update(key, { status: 'refused', code: refusal }),
  )
}
