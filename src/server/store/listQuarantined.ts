// What is kept outside the log, for a person to look at. What came into the log later, validly signed, is left out.
import { sql, type Kysely } from 'kysely'
import type { QuarantineRow, StoreTables } from './StoreTables.ts'

export type Quarantined = Pick<QuarantineRow, 'stream' | 'device' | 'n' | 'code' | 'operation' | 'received_at'>

export interface QuarantineExtent {
  /** Rows. */
  readonly most: number
  /** Operations that are longer come as an empty text: a forger's may be megabytes each. Absent: however long. */
  readonly longestOperation?: number
}

/** Newest first. */
export async function listQuarantined(
  db: Kysely<StoreTables>,
  organisation: string,
  { most, longestOperation = Number.MAX_SAFE_INTEGER }: QuarantineExtent,
): Promise<readonly Quarantined[]> {
  const operation = sql<string>`case when length(operation) <= ${sql.lit(longestOperation)} then operation else '' end`
  return db
    .selectFrom('quarantine')
    .select(['stream', 'device', 'n', 'code', 'received_at', operation.as('operation')])
    .where('organisation', '=', organisation)
    .where(
      sql<boolean>`not exists (select 1 from operations where operations.organisation = quarantine.organisation
        and operations.stream = quarantine.stream and operations.device = quarantine.device
        and operations.n = quarantine.n and operations.hash = quarantine.hash)`,
    )
    .orderBy('received_at', 'desc')
    .orderBy('stream')
    .orderBy('device')
    .orderBy('n')
    .orderBy('digest')
    .limit(most)
    .execute()
}
