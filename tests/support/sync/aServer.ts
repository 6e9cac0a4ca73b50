// The real server code on SQLite, reached without HTTP: messages still pass JSON and the protocol's schemas. Faults can be put in between.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marksRequest } from '../../../src/protocol/marks.ts'
import { quarantineRequest } from '../../../src/protocol/quarantine.ts'
import { pullRequest } from '../../../src/protocol/pull.ts'
import { pushRequest } from '../../../src/protocol/push.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { readMarks } from '../../../src/server/sync/readMarks.ts'
import { readQuarantine } from '../../../src/server/sync/readQuarantine.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
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

/** As the routes do; undefined where there is none. A GET has no `json`. */
async function serve(context: SyncContext, path: string, json: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(path, 'http://server')
  const nonce = searchParams.get('nonce')
  if (pathname === '/sync/v1/push') return pushOperations(context, pushRequest.parse(JSON.parse(json)))
  if (pathname === '/sync/v1/pull') return pullOperations(context, pullRequest.parse(JSON.parse(json)))
  const device = pathname.match(/^\/sync\/v1\/marks\/(.+)$/)?.[1]
  if (device !== undefined) return readMarks(context, marksRequest.parse({ device, nonce }))
  return pathname === '/sync/v1/quarantine' ? readQuarantine(context, quarantineRequest.parse({ nonce })) : undefined
}

const notFound = { error: { code: 'not-found' } }

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
  const deliver: Deliver = async (path, json) => {
    const answer = await serve(context, path, json)
    const body: unknown = JSON.parse(JSON.stringify(answer ?? notFound))
    return { state: 'answered', status: answer === undefined ? 404 : 200, body, retryAfterMs: null }
  }
  return {
    deliver,
    transport: (line = () => clearLine) => ({
      post: (path, json) => line()(deliver)(path, json),
      get: (path) => line()(deliver)(path, ''),
      subscribePoke: (onPoke) => context.pokeHub.listen(onPoke),
    }),
    close: async () => {
      await store.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
