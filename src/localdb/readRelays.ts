// The runs of other devices that wait to be handed to the server, opened for sending.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { RelayRow } from './LocalRows.ts'
import { unpackOperations } from './packOperations.ts'
import { relayPlace } from './rowPlaces.ts'
import type { SignedRun } from './saveRelays.ts'
import { openText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'

/** In order of device, stream and n. One that cannot be opened or has no key is left out: it cannot be proven to anybody. */
export async function readRelays(db: LocalDatabase): Promise<SignedRun[]> {
  const { dexie } = db
  const [rows, keys] = await withLocalDatabase(db, () =>
    Promise.all([dexie.relays.toArray(), dexie.deviceKeys.toArray()]),
  )
  const keyOf = new Map(keys.map(({ device, ...key }) => [device, key]))
  const waiting = rows.filter(({ status }) => status === 'waiting')
  const runs = await Promise.all(
    waiting.map(async (row): Promise<SignedRun[]> => {
      const operations = await openRelay(db, row)
      const deviceKey = keyOf.get(row.device)
      if (operations === undefined || deviceKey === undefined) return []
      const { stream, device, from, signature, again } = row
      return [{ stream, device, deviceKey, from, operations, signature, again }]
    }),
  )
  return runs.flat()
}

async function openRelay(db: LocalDatabase, row: RelayRow): Promise<SignedRun['operations'] | undefined> {
  const text = await openText(db, row.bytes, relayPlace(row))
  return text === undefined ? undefined : unpackOperations(text)
}
