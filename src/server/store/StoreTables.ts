// The tables as Kysely sees them: text and integers only, parsed at the store's border. Every key begins with the organisation, then the stream.
import type { Generated } from 'kysely'
import type { QuarantineCode } from './QuarantineCode.ts'

export interface StoreTables {
  streams: StreamRow
  operations: OperationRow
  device_chains: DeviceChainRow
  devices: DeviceRow
  quarantine: QuarantineRow
  settings: SettingRow
  snapshots: SnapshotRow
  server_keys: ServerKeyRow
}

interface StreamRow {
  organisation: string
  stream: string
  /** Version of the newest operation; 0 while there is none. */
  head: number
  /** Chain root at `head` [P4]. */
  root: string
  updated_at: string
  /** Version that the second newest backup holds; 0 while there is none. */
  backed_up: Generated<number>
}

export interface OperationRow {
  organisation: string
  stream: string
  version: number
  device: string
  n: number
  /** Of the header text. */
  hash: string
  /** Chain root at `version` [P4]. */
  root: string
  header: string
  body: string
  salt: string
  /** The run's signature, on the run's last operation only; empty on the others. */
  signature: string
  received_at: string
}

/** How far the server has taken a device's operations of a stream. */
export interface DeviceChainRow {
  organisation: string
  stream: string
  device: string
  /** Everything up to here is in the log or was signed and refused; no gap. */
  n: number
  /** Of the operation at `n`; empty for 0. */
  hash: string
  /** The highest n in the log: beyond `n` where a run was handed over again that has a gap before it [P13]. */
  top: number
}

/** The key that a device's id was made from [P10]. */
interface DeviceRow {
  organisation: string
  device: string
  algorithm: string
  public_key: string
  first_seen_at: string
}

export interface QuarantineRow {
  organisation: string
  stream: string
  device: string
  /** The operation's place in the device's chain, claimed or inferred; 0 when it has none. */
  n: number
  hash: string
  /** Hash of `operation`: the same thing sent twice is kept once. */
  digest: string
  code: QuarantineCode
  /** The wire operation as JSON: stays storable whatever characters it carries. */
  operation: string
  /** The run's signature, on the run's last operation only; empty on the others. */
  signature: string
  received_at: string
}

/** A stream folded at a version, for first downloads. A cache: it can be made again from the log. */
interface SnapshotRow {
  organisation: string
  stream: string
  version: number
  /** Chain root at `version` [P4]. */
  root: string
  /** The packed state as JSON. */
  state: string
  made_at: string
}

/** The key that the server signs with [P23]. */
interface ServerKeyRow {
  organisation: string
  algorithm: string
  public_key: string
  /** A secret. */
  private_key: string
}

interface SettingRow {
  organisation: string
  name: string
  value: string
}
