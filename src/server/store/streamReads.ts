// What a pull reads. Versions are contiguous, so a range without its ends missing is complete.
import type { Kysely } from 'kysely'
import type { StreamAddress } from './StreamAddress.ts'
import type { StoreTables } from './StoreTables.ts'

export interface StreamHead {
  readonly stream: string
  /** Version of the newest operation. */
  readonly head: number
  readonly root: string
  /** Version that the second newest backup holds [P15]. */
  readonly backedUp: number
}

export interface StoredOperation {
  readonly version: number
  readonly device: string
  readonly header: string
  readonly body: string
  readonly salt: string
  /** The run's, on its last operation; empty on the others. */
  readonly signature: string
  /** Chain root at this version [P4]. */
  readonly root: string
}

/** All streams that hold an operation, in the order of their names. */
export async function listStreams(db: Kysely<StoreTables>, organisation: string): Promise<readonly StreamHead[]> {
  return db
    .selectFrom('streams')
    .select(['stream', 'head', 'root', 'backed_up as backedUp'])
    .where('organisation', '=', organisation)
    .where('head', '>', 0)
    .orderBy('stream')
    .execute()
}

/** Both ends inclusive, in the order of versions. */
export async function readOperations(
  db: Kysely<StoreTables>,
  address: StreamAddress,
  range: { readonly from: number; readonly to: number },
): Promise<readonly StoredOperation[]> {
  return db
    .selectFrom('operations')
    .select(['version', 'device', 'header', 'body', 'salt', 'signature', 'root'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('version', '>=', range.from)
    .where('version', '<=', range.to)
    .orderBy('version')
    .execute()
}

/** Root at a version; undefined where the stream does not reach it [P4]. */
export async function readRoot(
  db: Kysely<StoreTables>,
  address: StreamAddress,
  version: number,
): Promise<string | undefined> {
  if (version === 0) return ''
  const row = await db
    .selectFrom('operations')
    .select('root')
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.root
}
