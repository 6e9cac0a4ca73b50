// Snapshots as rows: a cache beside the log, never a part of it.
import type { Kysely } from 'kysely'
import type { StoreTables } from './StoreTables.ts'
import type { StreamAddress } from './StreamAddress.ts'

export interface StoredSnapshot {
  readonly version: number
  /** Chain root at the version [P4]. */
  readonly root: string
  /** As the sync rules wrote it. */
  readonly state: string
}

/** The newest where no version is given. */
export async function readSnapshot(
  db: Kysely<StoreTables>,
  address: StreamAddress,
  version?: number,
): Promise<StoredSnapshot | undefined> {
  const ofStream = db
    .selectFrom('snapshots')
    .select(['version', 'root', 'state'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
  const wanted = version === undefined ? ofStream : ofStream.where('version', '=', version)
  return wanted.orderBy('version', 'desc').limit(1).executeTakeFirst()
}

/** Keeps it and the one before it, which a device may just have been offered. */
export async function saveSnapshot(
  db: Kysely<StoreTables>,
  address: StreamAddress,
  { madeAt, ...snapshot }: StoredSnapshot & { readonly madeAt: string },
): Promise<void> {
  const { organisation, stream } = address
  // Another server process may have made the same one.
  await db
    .insertInto('snapshots')
    .values({ organisation, stream, ...snapshot, made_at: madeAt })
    .onConflict((conflict) => conflict.columns(['organisation', 'stream', 'version']).doNothing())
    .execute()
  const versions = db.selectFrom('snapshots').select('version').where('organisation', '=', organisation)
  const kept = await versions.where('stream', '=', stream).orderBy('version', 'desc').limit(2).execute()
  await db
    .deleteFrom('snapshots')
    .where('organisation', '=', organisation)
    .where('stream', '=', stream)
    .where('version', '<', kept.at(-1)?.version ?? 0)
    .execute()
}

/** Removes those whose state begins otherwise: made by a release that packs in another way. */
export async function dropForeignSnapshots(
  db: Kysely<StoreTables>,
  organisation: string,
  beginning: string,
): Promise<void> {
  await db
    .deleteFrom('snapshots')
    .where('organisation', '=', organisation)
    .where('state', 'not like', `${beginning}%`)
    .execute()
}
