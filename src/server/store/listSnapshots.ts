// Which streams can be had folded, for first downloads.
import type { Kysely } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export interface SnapshotPlace {
  readonly stream: string
  readonly version: number
  /** Chain root at the version [P4]. */
  readonly root: string
}

/** The newest of each stream, by stream. */
export async function listSnapshots(
  db: Kysely<StoreTables>,
  organisation: string,
): Promise<ReadonlyMap<string, SnapshotPlace>> {
  const rows = await db
    .selectFrom('snapshots')
    .select(['stream', 'version', 'root'])
    .where('organisation', '=', organisation)
    .orderBy('version')
    .execute()
  // Later ones replace earlier ones.
  return new Map(rows.map((row) => [row.stream, row]))
}
