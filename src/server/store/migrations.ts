// The schema's history. A released migration is never changed: a new one is added under the next number.
import { sql, type Kysely, type Migration } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-log': { up: createLog },
}

async function createLog(db: Kysely<StoreTables>): Promise<void> {
  const text = (name: string) => sql`${sql.ref(name)} text not null`
  const integer = (name: string) => sql`${sql.ref(name)} bigint not null`
  const create = async (table: keyof StoreTables, parts: readonly ReturnType<typeof text>[]) => {
    await sql`create table ${sql.table(table)} (${sql.join(parts)})`.execute(db)
  }
  await create('streams', [
    ...['organisation', 'stream'].map(text),
    integer('head'),
    ...['root', 'updated_at'].map(text),
    sql`primary key (organisation, stream)`,
  ])
  await create('operations', [
    ...['organisation', 'stream'].map(text),
    integer('version'),
    text('device'),
    integer('n'),
    ...['hash', 'root', 'header', 'body', 'salt', 'signature', 'received_at'].map(text),
    sql`primary key (organisation, stream, version)`,
    sql`unique (organisation, stream, device, n)`,
  ])
  await create('device_chains', [
    ...['organisation', 'stream', 'device'].map(text),
    integer('n'),
    text('hash'),
    sql`primary key (organisation, stream, device)`,
  ])
  await create('devices', [
    ...['organisation', 'device', 'algorithm', 'public_key', 'first_seen_at'].map(text),
    sql`primary key (organisation, device, public_key)`,
  ])
  await create('quarantine', [
    ...['organisation', 'stream', 'device'].map(text),
    integer('n'),
    ...['hash', 'digest', 'code', 'operation', 'signature', 'received_at'].map(text),
    sql`primary key (organisation, stream, device, n, digest)`,
  ])
  await create('settings', [...['organisation', 'name', 'value'].map(text), sql`primary key (organisation, name)`])
}
