// The server's log of operations as everything above sees it. Knows no HTTP and no messages.
import type { Verdict } from '../../protocol/push.ts'
import { appendRuns, type Appended } from './appendRuns.ts'
import { noteDevice, readDeviceKeys, readMarks, type DeviceAddress, type DeviceWithKey, type Mark } from './devices.ts'
import type { Engine } from './Engine.ts'
import { readEvidenceHorizon } from './evidenceHorizon.ts'
import { keepAside } from './keepAside.ts'
import { listQuarantined, type Quarantined, type QuarantineExtent } from './listQuarantined.ts'
import { listSnapshots, type SnapshotPlace } from './listSnapshots.ts'
import type { RefusalCode } from './QuarantineCode.ts'
import type { ReceivedRun } from './receiveRun.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { runTransaction } from './runTransaction.ts'
import { makeServerKey, readServerKey, type StoredServerKey } from './serverKeys.ts'
import { dropForeignSnapshots, readSnapshot, saveSnapshot, type StoredSnapshot } from './snapshots.ts'
import type { StreamAddress } from './StreamAddress.ts'
import { listStreams, readOperations, readRoot, type StoredOperation, type StreamHead } from './streamReads.ts'
import { toStoreError } from './toStoreError.ts'

/** Every method rejects with a StoreError only. */
export interface Store {
  /** Resolves when the operations are durable; until then nothing may be acknowledged [P5]. */
  readonly append: (address: StreamAddress, runs: readonly ReceivedRun[], receivedAt: string) => Promise<Appended>
  /** Resolves when a run that proves nothing is kept outside the log; one verdict per operation. */
  readonly keepAside: (address: StreamAddress, refused: RefusedRun, receivedAt: string) => Promise<readonly Verdict[]>
  readonly listStreams: (organisation: string) => Promise<readonly StreamHead[]>
  /** Both ends inclusive, contiguous. */
  readonly readOperations: (
    address: StreamAddress,
    range: { readonly from: number; readonly to: number },
  ) => Promise<readonly StoredOperation[]>
  /** Undefined where the stream does not reach the version [P4]. */
  readonly readRoot: (address: StreamAddress, version: number) => Promise<string | undefined>
  /** The newest snapshot of each stream that has one, by stream. */
  readonly listSnapshots: (organisation: string) => Promise<ReadonlyMap<string, SnapshotPlace>>
  /** The newest where no version is given. */
  readonly readSnapshot: (address: StreamAddress, version?: number) => Promise<StoredSnapshot | undefined>
  /** Removes older ones that nobody can have been offered lately. */
  readonly saveSnapshot: (
    address: StreamAddress,
    snapshot: StoredSnapshot & { readonly madeAt: string },
  ) => Promise<void>
  /** Removes snapshots whose state begins otherwise. */
  readonly dropForeignSnapshots: (organisation: string, beginning: string) => Promise<void>
  /** Newest first. */
  readonly listQuarantined: (organisation: string, extent: QuarantineExtent) => Promise<readonly Quarantined[]>
  /** Remembers with which key a device signs. */
  readonly noteDevice: (organisation: string, device: DeviceWithKey, seenAt: string) => Promise<void>
  readonly readDeviceKeys: (organisation: string, devices: readonly string[]) => Promise<readonly DeviceWithKey[]>
  /** How far the device's own operations are here [P15]. */
  readonly readMarks: (device: DeviceAddress) => Promise<readonly Mark[]>
  /** The organisation's epoch; `fresh` becomes it where there is none yet. */
  readonly readEpoch: (organisation: string, fresh: string) => Promise<string>
  /** The key that the organisation's server signs with; made where there is none yet [P23]. */
  readonly readServerKey: (organisation: string) => Promise<StoredServerKey>
  /** Up to when evidence is in the second newest backup; undefined while there is none [P24]. */
  readonly readEvidenceHorizon: (organisation: string) => Promise<string | undefined>
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface RefusedRun {
  readonly run: ReceivedRun
  readonly code: RefusalCode
}

export function createStore(engine: Engine, sha256: Sha256): Store {
  const { db } = engine
  return {
    append: (address, runs, receivedAt) =>
      runTransaction(engine, (connection) => appendRuns({ engine, connection, address, receivedAt, sha256 }, runs)),
    keepAside: (address, { run, code }, receivedAt) =>
      runTransaction(engine, (connection) => keepAside({ engine, connection, address, receivedAt, sha256 }, run, code)),
    listStreams: (organisation) => translating(listStreams(db, organisation)),
    readOperations: (address, range) => translating(readOperations(db, address, range)),
    readRoot: (address, version) => translating(readRoot(db, address, version)),
    listSnapshots: (organisation) => translating(listSnapshots(db, organisation)),
    readSnapshot: (address, version) => translating(readSnapshot(db, address, version)),
    saveSnapshot: (address, snapshot) => translating(saveSnapshot(db, address, snapshot)),
    dropForeignSnapshots: (organisation, beginning) => translating(dropForeignSnapshots(db, organisation, beginning)),
    noteDevice: (organisation, device, seenAt) => translating(noteDevice(db, organisation, { ...device, seenAt })),
    readDeviceKeys: (organisation, devices) => translating(readDeviceKeys(db, organisation, devices)),
    readMarks: (device) => translating(readMarks(db, device)),
    listQuarantined: (organisation, extent) => translating(listQuarantined(db, organisation, extent)),
    readEpoch: (organisation, fresh) => translating(readEpoch(engine, organisation, fresh)),
    readServerKey: (organisation) => translating(readServerKey(db, organisation, makeServerKey())),
    readEvidenceHorizon: (organisation) => translating(readEvidenceHorizon(db, organisation)),
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
