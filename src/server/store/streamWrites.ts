// The statements of an append. All of them run inside its transaction.
import { sql } from 'kysely'
import { emptyChain, type ChainHead } from '../../domain/oplog/encodeOperation.ts'
import type { DeviceId } from '../../domain/oplog/Dot.ts'
import { insertRows, type Engine, type StoreConnection } from './Engine.ts'
import type { StreamAddress } from './StreamAddress.ts'
import type { DeviceChainRow, OperationRow, QuarantineRow } from './StoreTables.ts'

interface Writing {
  readonly engine: Engine
  readonly connection: StoreConnection
  readonly address: StreamAddress
  readonly receivedAt: string
}

interface StreamHead {
  /** Whose stream it is. */
  readonly organisation: string
  readonly head: number
  readonly root: string
}

/**
 * Locks the stream's row until the transaction ends, creating it where there is none. Must be the first statement.
 * The row may be another organisation's [P17].
 */
export async function lockStream({ connection, address, receivedAt }: Writing): Promise<StreamHead> {
  // Changes nothing: it is there to lock.
  const lock = connection
    .updateTable('streams')
    .set((row) => ({ head: row.ref('head') }))
    .where('stream', '=', address.stream)
    .returning(['organisation', 'head', 'root'])
  const locked = await lock.where('organisation', '=', address.organisation).executeTakeFirst()
  if (locked) return locked
  await connection
    .insertInto('streams')
    .values({ ...address, head: 0, root: '', updated_at: receivedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return lock.executeTakeFirstOrThrow()
}

export interface DeviceChain extends ChainHead {
  /** See `DeviceChainRow`. */
  readonly top: number
}

export const emptyDeviceChain: DeviceChain = { ...emptyChain, top: 0 }

/** Where each device's chain stands; devices that are new to the stream are absent. */
export async function readChains(
  { connection, address }: Writing,
  devices: readonly string[],
): Promise<Map<string, DeviceChain>> {
  const rows = await connection
    .selectFrom('device_chains')
    .select(['device', 'n', 'hash', 'top'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('device', 'in', devices)
    .execute()
  return new Map(rows.map(({ device, n, hash, top }) => [device, { n, hash, top }]))
}

/** The highest n of every device in the stream's log. */
export async function readTops({ connection, address }: Writing): Promise<Map<DeviceId, number>> {
  const rows = await connection
    .selectFrom('device_chains')
    .select(['device', 'top'])
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .where('top', '>', 0)
    .execute()
  return new Map(rows.map(({ device, top }) => [device as DeviceId, top]))
}

export async function writeChains(
  { engine, connection, address }: Writing,
  chains: ReadonlyMap<string, DeviceChain>,
): Promise<void> {
  const rows = [...chains].map(([device, { n, hash, top }]) => ({ ...address, device, n, hash, top }))
  const onConflict = sql`on conflict (organisation, stream, device)
    do update set n = excluded.n, hash = excluded.hash, top = excluded.top`
  await insertRows(engine, connection, { into: 'device_chains', columns: chainColumns, onConflict }, rows)
}

export async function insertOperations({ engine, connection }: Writing, rows: readonly OperationRow[]): Promise<void> {
  await insertRows(engine, connection, { into: 'operations', columns: operationColumns }, rows)
}

/** What was kept before is left as it is. */
export async function insertQuarantined(
  { engine, connection }: Pick<Writing, 'engine' | 'connection'>,
  rows: readonly QuarantineRow[],
): Promise<void> {
  const onConflict = sql`on conflict (organisation, stream, device, n, digest) do nothing`
  await insertRows(engine, connection, { into: 'quarantine', columns: quarantineColumns, onConflict }, rows)
}

export async function moveHead(
  { connection, address, receivedAt }: Writing,
  { head, root }: Pick<StreamHead, 'head' | 'root'>,
): Promise<void> {
  await connection
    .updateTable('streams')
    .set({ head, root, updated_at: receivedAt })
    .where('organisation', '=', address.organisation)
    .where('stream', '=', address.stream)
    .execute()
}

const chainColumns: Record<keyof DeviceChainRow, 'text' | 'bigint'> = {
  organisation: 'text',
  stream: 'text',
  device: 'text',
  n: 'bigint',
  hash: 'text',
  top: 'bigint',
}

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
