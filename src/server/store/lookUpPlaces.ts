// What a stream already holds at given places of a device's chain. Asked only for runs that do not simply continue the chain.
import type { StoreConnection } from './Engine.ts'
import type { KnownPlaces } from './judgeRun.ts'
import type { StreamAddress } from './StreamAddress.ts'

interface LookingUp {
  readonly connection: StoreConnection
  readonly address: StreamAddress
}

/** At the places themselves and, for what may follow a fork, at those before them. */
export async function lookUpPlaces(
  { connection, address }: LookingUp,
  device: string,
  places: readonly number[],
): Promise<KnownPlaces> {
  const numbers = [...new Set(places.flatMap((n) => [n - 1, n]))]
  const logged = await connection
    .selectFrom('operations')
    .select(['n', 'hash'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('device', '=', device)
    .where('n', 'in', numbers)
    .execute()
  const quarantined = await connection
    .selectFrom('quarantine')
    .select(['n', 'hash', 'code'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('device', '=', device)
    .where('n', 'in', numbers)
    .execute()
  return { logged: new Map(logged.map(({ n, hash }) => [n, hash])), quarantined }
}

/** Where an operation that tells no place of its own was put when it came before. */
export async function lookUpQuarantinedPlace(
  { connection, address }: LookingUp,
  device: string,
  hash: string,
): Promise<number | undefined> {
  const row = await connection
    .selectFrom('quarantine')
    .select('n')
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('device', '=', device)
    .where('hash', '=', hash)
    .orderBy('n', 'desc')
    .executeTakeFirst()
  return row?.n
}
