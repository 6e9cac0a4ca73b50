// Up to when evidence is in the backups [P24]. Tablets may free what the second newest one has: a single damaged backup then costs nothing.
import type { Kysely } from 'kysely'
import type { StoreTables } from './StoreTables.ts'
import type { StoreConnection } from './Engine.ts'

const newest = 'newest-evidence-backup'
const horizon = 'evidence-backed-up-to'

/** `began`: evidence stored before it is in the backup just made. */
export async function moveEvidenceHorizon(
  connection: StoreConnection,
  organisation: string,
  began: string,
): Promise<void> {
  const previous = await readSetting(connection, organisation, newest)
  if (previous !== undefined) await writeSetting(connection, organisation, { name: horizon, value: previous })
  await writeSetting(connection, organisation, { name: newest, value: began })
}

/** An ISO instant; undefined while there are not two backups with evidence. */
export function readEvidenceHorizon(db: Kysely<StoreTables>, organisation: string): Promise<string | undefined> {
  return readSetting(db, organisation, horizon)
}

async function readSetting(db: Kysely<StoreTables>, organisation: string, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('organisation', '=', organisation)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}

async function writeSetting(
  connection: StoreConnection,
  organisation: string,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<void> {
  await connection
    .insertInto('settings')
    .values({ organisation, name, value })
    .onConflict((conflict) => conflict.columns(['organisation', 'name']).doUpdateSet({ value }))
    .execute()
}
