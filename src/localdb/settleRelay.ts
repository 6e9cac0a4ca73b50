// Writes down what the server said of a relayed run: taken ones go, refused ones stay with their code.
import type { LocalDatabase } from './LocalDatabase.ts'
import { uncountedRelayCodes } from './readStreamLog.ts'
import type { SignedRun } from './saveRelays.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** `refusal`: null where the server has all of it. */
export async function settleRelay(
  db: LocalDatabase,
  { device, stream, from }: Pick<SignedRun, 'device' | 'stream' | 'from'>,
  refusal: string | null,
): Promise<void> {
  const { dexie } = db
  const key: [string, string, number] = [device, stream, from]
  // A page of an earlier log holds it too, and it was folded from there.
  const isUncounted = refusal !== null && uncountedRelayCodes.includes(refusal)
  await withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.relays, dexie.streams, async () => {
      if (refusal === null) await dexie.relays.delete(key)
      else await dexie.relays.update(key, { status: 'refused', code: refusal })
      const row = isUncounted ? await dexie.streams.get(stream) : undefined
      if (row !== undefined) await dexie.streams.put({ ...row, refolds: row.refolds + 1 })
    }),
  )
  // Who shows it must fold anew: no page need come that says so.
  if (isUncounted) db.announce({ stream, source: 'pulled' })
}
