// The tables as Kysely sees them: text and integers only, parsed at the store's border. Every key begins with the organisation, then the stream.
import type { QuarantineCode } from './QuarantineCode.ts'

export interface StoreTables {
  streams: StreamRow
  operations: OperationRow
  device_chains: DeviceChainRow
  devices: DeviceRow
  quarantine: QuarantineRow
  settings: SettingRow
}

interface StreamRow {
  organisation: string
  stream: string
  /** Version of the newest operation; 0 while there is none. */
  head: number
  /** Chain root at `head` [P4]. */
  root: string
  updated_at: string
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

/** How far the server has taken a device's operations of a stream, quarantined ones included. */
export interface DeviceChainRow {
  organisation: string
  stream: string
  device: string
  n: number
  hash: string
}

/** A device may have had several keys: none is forgotten. */
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

interface SettingRow {
  organisation: string
  name: string
  value: string
}
