// What the store keeps of devices: their keys, and how far each one's operations are here.
import type { Kysely } from 'kysely'
import { isSignatureAlgorithm, type DeviceKey } from '../../protocol/signature.ts'
import type { StoreTables } from './StoreTables.ts'

export interface DeviceWithKey extends DeviceKey {
  readonly device: string
}

/** Who asks about which device. */
export interface DeviceAddress {
  readonly organisation: string
  readonly device: string
}

export interface Mark {
  readonly stream: string
  readonly n: number
  /** Header hash of the operation at `n`. */
  readonly hash: string
}

export async function noteDevice(
  db: Kysely<StoreTables>,
  organisation: string,
  { device, algorithm, publicKey, seenAt }: DeviceWithKey & { readonly seenAt: string },
): Promise<void> {
  await db
    .insertInto('devices')
    .values({ organisation, device, algorithm, public_key: publicKey, first_seen_at: seenAt })
    .onConflict((conflict) => conflict.columns(['organisation', 'device', 'public_key']).doNothing())
    .execute()
}

/** In the order of device ids. Devices that never pushed are absent. */
export async function readDeviceKeys(
  db: Kysely<StoreTables>,
  organisation: string,
  devices: readonly string[],
): Promise<readonly DeviceWithKey[]> {
  if (devices.length === 0) return []
  const rows = await db
    .selectFrom('devices')
    .select(['device', 'algorithm', 'public_key'])
    .where('organisation', '=', organisation)
    .where('device', 'in', devices)
    .orderBy('device')
    .execute()
  return rows.flatMap(({ device, algorithm, public_key: publicKey }) =>
    isSignatureAlgorithm(algorithm) ? [{ device, algorithm, publicKey }] : [],
  )
}

/** Per stream the device's last operation up to which nothing is missing [P15]. Streams without any are absent. */
export async function readMarks(
  db: Kysely<StoreTables>,
  { organisation, device }: DeviceAddress,
): Promise<readonly Mark[]> {
  return db
    .selectFrom('device_chains')
    .select(['stream', 'n', 'hash'])
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('n', '>', 0)
    .orderBy('stream')
    .execute()
}
