// What lies in the server's database in the end, read from its tables.
import { organisation, type SimulatedServer } from './SimulatedServer.ts'
import type { EncodedOperation } from '../../../src/domain/oplog/Operation.ts'

export interface LoggedOperation extends EncodedOperation {
  readonly stream: string
  readonly version: number
  readonly device: string
  readonly n: number
  readonly hash: string
  readonly root: string
}

export interface QuarantinedOperation {
  readonly stream: string
  readonly device: string
  readonly n: number
  readonly hash: string
  readonly code: string
  /** The wire operation as JSON. */
  readonly operation: string
}

export interface ServerContent {
  /** In the order of versions, stream by stream. */
  readonly log: readonly LoggedOperation[]
  readonly quarantine: readonly QuarantinedOperation[]
}

export function readServer(server: SimulatedServer): Promise<ServerContent> {
  return server.inspect(async ({ db }) => ({
    log: await db
      .selectFrom('operations')
      .select(['stream', 'version', 'device', 'n', 'hash', 'root', 'header', 'body', 'salt'])
      .where('organisation', '=', organisation)
      .orderBy('stream')
      .orderBy('version')
      .execute(),
    quarantine: await db
      .selectFrom('quarantine')
      .select(['stream', 'device', 'n', 'hash', 'code', 'operation'])
      .where('organisation', '=', organisation)
      .execute(),
  }))
}
