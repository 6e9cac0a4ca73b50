// The real server code on SQLite, reached without HTTP: messages still pass JSON and the protocol's schemas. Faults can be put in between.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pullRequest } from '../../../src/protocol/pull.ts'
import { pushRequest } from '../../../src/protocol/push.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { pullOperations } from '../../../src/server/sync/pullOperations.ts'
import { pushOperations } from '../../../src/server/sync/pushOperations.ts'
import type { Transport, TransportAnswer } from '../../../src/sync/SyncPorts.ts'
import { sha256ForTests } from '../sha256ForTests.ts'

export type Deliver = (path: string, json: string) => Promise<TransportAnswer>
/** Stands between tablet and server: may lose, repeat or forge. */
export type Line = (deliver: Deliver) => Deliver

export const clearLine: Line = (deliver) => deliver
export const deadLine: Line = () => () => Promise.resolve({ state: 'failed', reason: 'network' })
/** The server does it, and the answer is lost. */
export const deafLine: Line = (deliver) => async (path, json) => {
  await deliver(path, json)
  return { state: 'failed', reason: 'timeout' }
}

export interface TestServer {
  /** A way to the server; `line` is asked at every request. */
  readonly transport: (line?: () => Line) => Transport
  readonly deliver: Deliver
  readonly close: () => Promise<void>
}

export async function aServer(): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'genba-sync-'))
  const store = await openStore({ dataFolder, sha256: sha256ForTests })
  const context = await createSyncContext({
    store,
    organisation: 'org',
    now: () => new Date('2026-04-01T00:00:10.000Z'),
    randomId: () => randomBytes(16).toString('base64url'),
    sha256: sha256ForTests,
  })
  const serve = async (path: string, body: unknown): Promise<unknown> =>
    path === '/sync/v1/push'
      ? pushOperations(context, pushRequest.parse(body))
      : pullOperations(context, pullRequest.parse(body))
  const deliver: Deliver = async (path, json) => {
    const body: unknown = JSON.parse(JSON.stringify(await serve(path, JSON.parse(json))))
    return { state: 'answered', status: 200, body, retryAfterMs: null }
  }
  return {
    deliver,
    transport: (line = () => clearLine) => ({
      post: (path, json) => line()(deliver)(path, json),
      subscribePoke: (onPoke) => context.pokeHub.listen(onPoke),
    }),
    close: async () => {
      await store.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
