// What a stream already holds at given places of a device's chain. Asked only for runs that do not simply continue the chain.
import type { StoreConnection } from './Engine.ts'
import type { KnownPlaces, LoggedPlace } from './judgeRun.ts'
import { parseHeader } from '../../domain/oplog/parseOperation.ts'
import type { StreamAddress } from './StreamAddress.ts'

interface LookingUp {
  readonly connection: StoreConnection
  readonly address: StreamAddress
}

/** At the places themselves and at their neighbours, which show whether a history forks. */
export async function lookUpPlaces(
  { connection, address }: LookingUp,
  device: string,
  places: readonly number[],
): Promise<KnownPlaces> {
  const numbers = [...new Set(places.flatMap((n) => [n - 1, n, n + 1]))]
  const logged = await connection
    .selectFrom('operations')
    .select(['n', 'hash', 'header'])
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
  return { logged: new Map(logged.map((row) => [row.n, asLoggedPlace(row)])), quarantined }
}

export function asLoggedPlace({ hash, header }: { readonly hash: string; readonly header: string }): LoggedPlace {
  const parsed = parseHeader(header)
  return { hash, prev: parsed.ok ? parsed.value.prev : '' }
}
