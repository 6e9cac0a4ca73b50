// Signed runs of other devices that this tablet is to hand to the server: from its pages after a restore, or from an exported file.
import type { LocalDatabase } from './LocalDatabase.ts'
import type { DeviceKeyRow, RelayRow } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { relayPlace } from './rowPlaces.ts'
import { sealText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import type { DeviceId, StreamId } from '../domain/oplog/Dot.ts'
import type { EncodedOperation } from '../domain/oplog/Operation.ts'

export interface SignedRun {
  readonly stream: StreamId
  readonly device: DeviceId
  readonly deviceKey: Omit<DeviceKeyRow, 'device'>
  /** n of the first operation; the others follow without a gap. */
  readonly from: number
  readonly operations: readonly EncodedOperation[]
  /** Over the header of the last one [P8]. */
  readonly signature: string
  /** It was in a server's log before [P13]. */
  readonly again: boolean
}

/** Runs that are waiting already, or were refused, stay as they are: saving twice changes nothing. Returns how many are new. */
export async function saveRelays(db: LocalDatabase, runs: readonly SignedRun[]): Promise<number> {
  if (runs.length === 0) return 0
  const { dexie } = db
  const rows = await Promise.all(runs.map((run) => relayOf(db, run)))
  const keys = runs.map(({ device, deviceKey }): DeviceKeyRow => ({ ...deviceKey, device }))
  return withLocalDatabase(db, () =>
    dexie.transaction('rw', dexie.relays, dexie.deviceKeys, async () => {
      const held = await dexie.relays.bulkGet(rows.map(({ device, stream, from }) => [device, stream, from]))
      // A longer run from the same place says more than the one at hand.
      const fresh = rows.filter(({ to }, index) => (held[index]?.to ?? 0) < to)
      await Promise.all([dexie.relays.bulkPut(fresh), dexie.deviceKeys.bulkPut(keys)])
      return fresh.length
    }),
  )
}

async function relayOf(db: LocalDatabase, run: SignedRun): Promise<RelayRow> {
  const { stream, device, from, signature, again } = run
  const place = { device, stream, from }
  const sealed = await sealText(db, packOperations(run.operations), relayPlace(place))
  const to = from + run.operations.length - 1
  return { ...place, to, signature, again, status: 'waiting', code: '', ...sealed }
}
