// The Dexie schema, every version of it. Table `operations` is bytes and a few indexed columns and is never migrated.
import { Dexie, type Table } from 'dexie'
import type {
  BaseRow,
  DeviceKeyRow,
  DraftRow,
  EvidenceChunkRow,
  EvidenceRow,
  OperationRow,
  RelayRow,
  ReserveRow,
  RetiredRow,
  SegmentRow,
  SentinelRow,
  SnapshotRow,
  StreamRow,
  ThumbnailRow,
  VaultRow,
} from './LocalRows.ts'
import { upgradeFromVersion1 } from './upgradeFromVersion1.ts'
import { upgradeFromVersion2 } from './upgradeFromVersion2.ts'

/** The newest version below; a database with a higher one belongs to a newer release. */
export const schemaVersion = 3

export interface LocalDexieOptions {
  readonly name: string
  readonly indexedDB?: IDBFactory | undefined
  readonly IDBKeyRange?: typeof IDBKeyRange | undefined
}

export class LocalDexie extends Dexie {
  declare readonly operations: Table<OperationRow, [string, number]>
  declare readonly segments: Table<SegmentRow, [string, number, number]>
  declare readonly bases: Table<BaseRow, [string, number]>
  declare readonly snapshots: Table<SnapshotRow, string>
  declare readonly streams: Table<StreamRow, string>
  declare readonly deviceKeys: Table<DeviceKeyRow, string>
  declare readonly relays: Table<RelayRow, [string, string, number]>
  declare readonly retired: Table<RetiredRow, [string, string, number]>
  declare readonly drafts: Table<DraftRow, [string, string, string]>
  declare readonly evidence: Table<EvidenceRow, string>
  declare readonly evidenceChunks: Table<EvidenceChunkRow, [string, number]>
  declare readonly thumbnails: Table<ThumbnailRow, string>
  declare readonly vault: Table<VaultRow, string>
  declare readonly sentinel: Table<SentinelRow, string>
  declare readonly reserve: Table<ReserveRow, string>

  /** For requests that go past Dexie. */
  readonly keyRange: typeof IDBKeyRange

  constructor(options: LocalDexieOptions) {
    super(options.name, {
      // Named after the first browser that had it; Dexie hands it to every browser. Without it "saved" could die with the power.
      chromeTransactionDurability: 'strict',
      // Reopening is ours to do, after a look at the version: Dexie would open a newer release's database without a word.
      autoOpen: false,
      cache: 'disabled',
      ...(options.indexedDB && { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange && { IDBKeyRange: options.IDBKeyRange }),
    })
    this.keyRange = options.IDBKeyRange ?? IDBKeyRange
    this.version(1).stores({
      operations: '[stream+n], [status+stream+n]',
      segments: '[stream+generation+to]',
      snapshots: 'stream',
      streams: 'stream',
      drafts: '[stream+entity+register]',
      evidence: 'sha256, status',
      evidenceChunks: '[sha256+index]',
      vault: 'name',
      sentinel: 'name',
    })
    this.version(2)
      .stores({
        bases: '[stream+generation]',
        deviceKeys: 'device',
        relays: '[device+stream+from]',
        retired: '[device+stream+n]',
        reserve: 'name',
      })
      .upgrade(upgradeFromVersion1)
    this.version(3).stores({ thumbnails: 'sha256' }).upgrade(upgradeFromVersion2)
  }
}
