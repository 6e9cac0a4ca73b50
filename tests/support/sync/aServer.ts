// The real server code on SQLite, reached without HTTP: messages still pass JSON and the protocol's schemas. Faults can be put in between.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marksRequest } from '../../../src/protocol/marks.ts'
import { quarantineRequest } from '../../../src/protocol/quarantine.ts'
import { pullRequest } from '../../../src/protocol/pull.ts'
import { snapshotRequest } from '../../../src/protocol/snapshot.ts'
import { pushRequest } from '../../../src/protocol/push.ts'
import { openSqlite } from '../../../src/server/store/openSqlite.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { renewEpochs } from '../../../src/server/store/renewEpochs.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { readMarks } from '../../../src/server/sync/readMarks.ts'
import { readQuarantine } from '../../../src/server/sync/readQuarantine.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { readSnapshot } from '../../../src/server/sync/readSnapshot.ts'
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
  /** Keeps a copy of everything the server has now. */
  readonly backUp: () => Promise<void>
  /** The server as it was at the last copy. `epoch`: renewed by the program, or kept where somebody only copied files back. */
  readonly restore: (epoch: 'renewed' | 'kept') => Promise<void>
  /** Streams and their heads. */
  readonly heads: () => Promise<ReadonlyMap<string, number>>
  /** Resolves when no snapshot is being made. */
  readonly whenIdle: () => Promise<void>
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
  const [, stream, version] = pathname.match(/^\/sync\/v1\/snapshot\/(.+)\/(.+)$/) ?? []
  if (stream !== undefined) return readSnapshot(context, snapshotRequest.parse({ stream, version, nonce }))
  return pathname === '/sync/v1/quarantine' ? readQuarantine(context, quarantineRequest.parse({ nonce })) : undefined
}

const notFound = { error: { code: 'not-found' } }

async function openServer(dataFolder: string) {
  const store = await openStore({ dataFolder, sha256: sha256ForTests })
  const context = await createSyncContext({
    store,
    organisation: 'org',
    now: () => new Date('2026-04-01T00:00:10.000Z'),
    randomId: () => randomBytes(16).toString('base64url'),
    sha256: sha256ForTests,
  })
  return { store, context }
}

async function renewEpoch(dataFolder: string): Promise<void> {
  const engine = openSqlite(dataFolder)
  await renewEpochs(engine.db, () => randomBytes(16).toString('base64url'))
  await engine.db.destroy()
}

export async function aServer(): Promise<TestServer> {
  const root = mkdtempSync(join(tmpdir(), 'genba-sync-'))
  const [dataFolder, copy] = [join(root, 'data'), join(root, 'copy')]
  mkdirSync(dataFolder)
  let { store, context } = await openServer(dataFolder)
  const again = async () => ({ store, context } = await openServer(dataFolder))
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
      subscribePoke: (onPoke) =>
        context.pokeHub.listen((news) => onPoke(news === undefined ? undefined : (JSON.parse(news) as unknown))),
    }),
    async backUp() {
      await store.close()
      rmSync(copy, { recursive: true, force: true })
      cpSync(dataFolder, copy, { recursive: true })
      await again()
    },
    async restore(epoch) {
      await store.close()
      rmSync(dataFolder, { recursive: true })
      cpSync(copy, dataFolder, { recursive: true })
      if (epoch === 'renewed') await renewEpoch(dataFolder)
      await again()
    },
    heads: async () => new Map((await store.listStreams('org')).map(({ stream, head }) => [stream, head])),
    whenIdle: () => context.snapshotMaker.whenIdle(),
    close: async () => {
      await context.snapshotMaker.whenIdle()
      await store.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
