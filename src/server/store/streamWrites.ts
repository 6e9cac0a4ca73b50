// The statements of an append. All of them run inside its transaction.
import { sql } from 'kysely'
import type { ChainHead } from '../../domain/oplog/encodeOperation.ts'
import { insertRows, type Engine, type StoreConnection } from './Engine.ts'
import type { StreamAddress } from './StreamAddress.ts'
import type { OperationRow, QuarantineRow } from './StoreTables.ts'

interface Writing {
  readonly engine: Engine
  readonly connection: StoreConnection
  readonly address: StreamAddress
  readonly receivedAt: string
}

interface StreamHead {
  readonly head: number
  readonly root: string
}

/** Creates the stream's row where there is none and locks it until the transaction ends. Must be the first statement. */
export async function lockStream({ connection, address, receivedAt }: Writing): Promise<StreamHead> {
  return connection
    .insertInto('streams')
    .values({ ...address, head: 0, root: '', updated_at: receivedAt })
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'stream']).doUpdateSet((row) => ({ head: row.ref('streams.head') })),
    )
    .returning(['head', 'root'])
    .executeTakeFirstOrThrow()
}

/** Where each device's chain stands; devices that are new to the stream are absent. */
export async function readChains(
  { connection, address }: Writing,
  devices: readonly string[],
): Promise<Map<string, ChainHead>> {
  const rows = await connection
    .selectFrom('device_chains')
    .select(['device', 'n', 'hash'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('device', 'in', devices)
    .execute()
  return new Map(rows.map(({ device, n, hash }) => [device, { n, hash }]))
}

export async function writeChains(
  { engine, connection, address }: Writing,
  chains: ReadonlyMap<string, ChainHead>,
): Promise<void> {
  const rows = [...chains].map(([device, { n, hash }]) => ({ ...address, device, n, hash }))
  const onConflict = sql`on conflict (organisation, stream, device) do update set n = excluded.n, hash = excluded.hash`
  await insertRows(engine, connection, { into: 'device_chains', columns: chainColumns, onConflict }, rows)
}

export async function insertOperations({ engine, connection }: Writing, rows: readonly OperationRow[]): Promise<void> {
  await insertRows(engine, connection, { into: 'operations', columns: operationColumns }, rows)
}

/** What was kept before is left as it is. */
export async function insertQuarantined(
  { engine, connection }: Writing,
  rows: readonly QuarantineRow[],
): Promise<void> {
  const onConflict = sql`on conflict (organisation, stream, device, n, digest) do nothing`
  await insertRows(engine, connection, { into: 'quarantine', columns: quarantineColumns, onConflict }, rows)
}

export async function moveHead(
  { connection, address, receivedAt }: Writing,
  { head, root }: StreamHead,
): Promise<void> {
  await connection
    .updateTable('streams')
    .set({ head, root, updated_at: receivedAt })
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .execute()
}

const chainColumns = { organisation: 'text', stream: 'text', device: 'text', n: 'bigint', hash: 'text' } as const

const operationColumns: Record<keyof OperationRow, 'text' | 'bigint'> = {
  organisation: 'text',
  stream: 'text',
  version: 'bigint',
  device: 'text',
  n: 'bigint',
  hash: 'text',
  root: 'text',
  header: 'text',
  body: 'text',
  salt: 'text',
  signature: 'text',
  received_at: 'text',
}

const quarantineColumns: Record<keyof QuarantineRow, 'text' | 'bigint'> = {
  organisation: 'text',
  stream: 'text',
  device: 'text',
  n: 'bigint',
  hash: 'text',
  digest: 'text',
  code: 'text',
  operation: 'text',
  signature: 'text',
  received_at: 'text',
}
