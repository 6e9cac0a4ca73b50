// The schema's history. A released migration is never changed: a new one is added under the next number.
import { sql, type Kysely, type Migration } from 'kysely'
import type { StoreTables } from './StoreTables.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-log': { up: createLog },
  '0002-signed-runs': { up: addSignedRuns },
  '0003-server-keys': { up: addServerKeys },
}

const text = (name: string) => sql`${sql.ref(name)} text not null`
const integer = (name: string) => sql`${sql.ref(name)} bigint not null`

async function createLog(db: Kysely<StoreTables>): Promise<void> {
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

async function addSignedRuns(db: Kysely<StoreTables>): Promise<void> {
  await sql`alter table streams add column backed_up bigint not null default 0`.execute(db)
  // One stream, one organisation [P17]: also between two servers that create it at the same moment.
  await sql`create unique index streams_by_stream on streams (stream)`.execute(db)
  await sql`alter table device_chains add column top bigint not null default 0`.execute(db)
  await sql`update device_chains set top = coalesce((
    select max(operations.n) from operations where operations.organisation = device_chains.organisation
    and operations.stream = device_chains.stream and operations.device = device_chains.device), 0)`.execute(db)
  // All streams of one device: its marks.
  await sql`create index device_chains_by_device on device_chains (organisation, device)`.execute(db)
  const columns = [
    ...['organisation', 'stream'].map(text),
    integer('version'),
    ...['root', 'state', 'made_at'].map(text),
  ]
  await sql`create table snapshots (${sql.join(columns)}, primary key (organisation, stream, version))`.execute(db)
}

async function addServerKeys(db: Kysely<StoreTables>): Promise<void> {
  const columns = ['organisation', 'algorithm', 'public_key', 'private_key'].map(text)
  await sql`create table server_keys (${sql.join(columns)}, primary key (organisation))`.execute(db)
}
