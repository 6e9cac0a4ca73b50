// The server's log of operations as everything above sees it. Knows no HTTP and no messages.
import type { DeviceKey } from '../../protocol/signature.ts'
import { appendRuns, type Appended } from './appendRuns.ts'
import type { Engine } from './Engine.ts'
import type { ReceivedRun } from './receiveOperation.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { runTransaction } from './runTransaction.ts'
import type { StreamAddress } from './StreamAddress.ts'
import { listStreams, readOperations, readRoot, type StoredOperation, type StreamHead } from './streamReads.ts'
import { toStoreError } from './toStoreError.ts'

/** Every method rejects with a StoreError only. */
export interface Store {
  /** Resolves when the operations are durable; until then nothing may be acknowledged [P5]. */
  readonly append: (address: StreamAddress, runs: readonly ReceivedRun[], receivedAt: string) => Promise<Appended>
  readonly listStreams: (organisation: string) => Promise<readonly StreamHead[]>
  /** Both ends inclusive, contiguous. */
  readonly readOperations: (
    address: StreamAddress,
    range: { readonly from: number; readonly to: number },
  ) => Promise<readonly StoredOperation[]>
  /** Undefined where the stream does not reach the version [P4]. */
  readonly readRoot: (address: StreamAddress, version: number) => Promise<string | undefined>
  /** Remembers with which key a device signs. */
  readonly noteDevice: (organisation: string, device: DeviceWithKey, seenAt: string) => Promise<void>
  /** The organisation's epoch; `fresh` becomes it where there is none yet. */
  readonly readEpoch: (organisation: string, fresh: string) => Promise<string>
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface DeviceWithKey extends DeviceKey {
  readonly device: string
}

export function createStore(engine: Engine, sha256: Sha256): Store {
  const { db } = engine
  return {
    append: (address, runs, receivedAt) =>
      runTransaction(engine, (connection) => appendRuns({ engine, connection, address, receivedAt, sha256 }, runs)),
    listStreams: (organisation) => translating(listStreams(db, organisation)),
    readOperations: (address, range) => translating(readOperations(db, address, range)),
    readRoot: (address, version) => translating(readRoot(db, address, version)),
    noteDevice: (organisation, device, seenAt) => translating(noteDevice(engine, organisation, { ...device, seenAt })),
    readEpoch: (organisation, fresh) => translating(readEpoch(engine, organisation, fresh)),
    ping: () =>
      translating(
        db
          .selectFrom('settings')
          .select('name')
          .limit(1)
          .execute()
          .then(() => undefined),
      ),
    close: () => db.destroy(),
  }
}

async function translating<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw toStoreError(error)
  }
}

async function noteDevice(
  { db }: Engine,
  organisation: string,
  { device, algorithm, publicKey, seenAt }: DeviceWithKey & { readonly seenAt: string },
): Promise<void> {
  await db
    .insertInto('devices')
    .values({ organisation, device, algorithm, public_key: publicKey, first_seen_at: seenAt })
    .onConflict((conflict) => conflict.columns(['organisation', 'device', 'public_key']).doNothing())
    .execute()
}

async function readEpoch({ db }: Engine, organisation: string, fresh: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ organisation, name: 'epoch', value: fresh })
    .onConflict((conflict) => conflict.columns(['organisation', 'name']).doNothing())
    .execute()
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('organisation', '=', organisation)
    .where('name', '=', 'epoch')
    .executeTakeFirstOrThrow()
  return row.value
}
