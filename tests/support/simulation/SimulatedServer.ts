// The real server code on a real SQLite file, as one process that can be killed at every statement. A killed process leaves its files
// exactly as they lie there: what was committed stays, what was not does not.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { pullRequest } from '../../../src/protocol/pull.ts'
import { pushRequest } from '../../../src/protocol/push.ts'
import type { ErrorCode } from '../../../src/protocol/errorAnswer.ts'
import { parseAddress } from '../../../src/server/http/parseAddress.ts'
import { snapshotRequest } from '../../../src/protocol/snapshot.ts'
import { parseMessage } from '../../../src/server/http/parseBody.ts'
import { RequestRefusal } from '../../../src/server/http/RequestRefusal.ts'
import { createStore } from '../../../src/server/store/createStore.ts'
import type { Engine } from '../../../src/server/store/Engine.ts'
import { migrateStore } from '../../../src/server/store/migrateStore.ts'
import { recordBackup } from '../../../src/server/store/recordBackup.ts'
import { renewEpochs } from '../../../src/server/store/renewEpochs.ts'
import { openSqlite } from '../../../src/server/store/openSqlite.ts'
import { createSyncContext } from '../../../src/server/sync/createSyncContext.ts'
import { errorCodeOfStore } from '../../../src/server/sync/errorCodeOfStore.ts'
import { pullOperations } from '../../../src/server/sync/pullOperations.ts'
import { pushOperations } from '../../../src/server/sync/pushOperations.ts'
import { readSnapshot } from '../../../src/server/sync/readSnapshot.ts'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { sha256 } from '../../../src/server/sha256.ts'
import type { Owner, World } from './World.ts'

export const organisation = 'org'

export interface ServerAnswer {
  readonly status: number
  readonly text: string
  readonly retryAfterMs: number | null
}

const statuses: Partial<Record<ErrorCode, number>> = {
  'malformed-request': 400,
  'not-found': 404,
  'batch-too-large': 413,
  'unsupported-protocol': 426,
  busy: 503,
  'storage-full': 503,
}

interface Process {
  readonly owner: Owner
  readonly engine: Engine
  readonly context: SyncContext
}

export interface Backup {
  readonly folder: string
  /** When it was made. */
  readonly at: number
}

let template: string | undefined

export class SimulatedServer {
  /** Newest last. */
  readonly backups: Backup[] = []
  /** The server's clock minus the true time. */
  clockOffset = 0
  onStart: (context: SyncContext) => void = () => undefined
  readonly #world: World
  readonly #root: string
  #folder: string
  #folders = 0
  #process: Process | undefined

  private constructor(world: World, root: string) {
    this.#world = world
    this.#root = root
    this.#folder = this.#newFolder()
  }

  static async create(world: World): Promise<SimulatedServer> {
    template ??= await makeTemplate()
    const server = new SimulatedServer(world, mkdtempSync(join(shelf(), 'genba-simulation-')))
    copyDatabase(template, server.#folder)
    return server
  }

  get isUp(): boolean {
    return this.#process?.owner.isAlive === true
  }

  get owner(): Owner | undefined {
    return this.isUp ? this.#process?.owner : undefined
  }

  async start(): Promise<void> {
    if (this.isUp) return
    const world = this.#world
    const owner = world.owner('server', () => this.#die())
    const engine = openSqlite(this.#folder)
    const context = await createSyncContext({
      store: createStore({ ...engine, db: engine.db.withPlugin(breathing(world)) }, sha256),
      organisation,
      now: () => new Date(world.now + this.clockOffset),
      randomId: () => `epoch-${world.random.next().toString(36)}`,
      sha256,
    })
    this.#process = { owner, engine, context }
    world.note(`server up, epoch ${context.epoch}`)
    this.onStart(context)
  }

  /** Answers as the HTTP server would. Runs in the name of the server's process. */
  async handle(path: string, text: string | undefined): Promise<ServerAnswer> {
    const context = this.#process?.context
    if (context === undefined) throw new Error('the server is not running')
    try {
      if (text === undefined) return { status: 200, text: await fetch(context, path), retryAfterMs: null }
      return answer(200, await serve(context, path, parseJson(text)))
    } catch (error) {
      const code = error instanceof RequestRefusal ? error.code : (errorCodeOfStore(error) ?? 'internal')
      if (code === 'internal')
        this.#world.problem(`server: ${error instanceof Error ? (error.stack ?? '') : String(error)}`)
      return answer(statuses[code] ?? 500, { error: { code } })
    }
  }

  kill(): void {
    const owner = this.owner
    if (owner !== undefined) this.#world.crash(owner)
  }

  /** Copies the database while the server goes on, and lets the server remember it. */
  async backUp(): Promise<void> {
    const folder = this.#newFolder()
    copyDatabase(this.#folder, folder)
    this.backups.push({ folder, at: this.#world.now })
    this.#world.note(`backup ${this.backups.length}`)
    const running = this.#process
    if (running === undefined) return
    const { db } = openSqlite(folder)
    const rows = await db.selectFrom('streams').select(['organisation', 'stream', 'head', 'root']).execute()
    await db.destroy()
    await recordBackup(running.engine, { streams: rows, evidenceTo: undefined })
  }

  /** Puts an older copy in the place of the database, under a new epoch. The server must be down. */
  async restore({ folder, at }: Backup): Promise<void> {
    const fresh = this.#newFolder()
    copyDatabase(folder, fresh)
    rmSync(this.#folder, { recursive: true })
    this.#folder = fresh
    const engine = openSqlite(fresh)
    await renewEpochs(engine.db, () => `epoch-${this.#world.random.next().toString(36)}`)
    await engine.db.destroy()
    const age = Math.round((this.#world.now - at) / 1000)
    this.#world.note(`server restored from ${age} s ago`)
  }

  /** Reads what is on the disk, committed alone. */
  async inspect<Value>(read: (engine: Engine) => Promise<Value>): Promise<Value> {
    const copy = this.#newFolder()
    copyDatabase(this.#folder, copy)
    const engine = openSqlite(copy)
    try {
      return await read(engine)
    } finally {
      await engine.db.destroy()
      rmSync(copy, { recursive: true })
    }
  }

  dispose(): void {
    this.kill()
    rmSync(this.#root, { recursive: true })
  }

  #die(): void {
    const died = this.#process
    this.#process = undefined
    const left = this.#newFolder()
    copyDatabase(this.#folder, left)
    const zombie = this.#folder
    this.#folder = left
    void died?.engine.db.destroy()
    rmSync(zombie, { recursive: true })
  }

  #newFolder(): string {
    this.#folders += 1
    const folder = join(this.#root, String(this.#folders))
    mkdirSync(folder)
    return folder
  }
}

/** Between two statements anything may happen, the end of the process too. */
function breathing(world: World): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await world.pause()
      return result
    },
  }
}

function serve(context: SyncContext, path: string, body: unknown): Promise<object> {
  if (path === '/sync/v1/push') return pushOperations(context, parseMessage(pushRequest, body))
  if (path === '/sync/v1/pull') return pullOperations(context, parseMessage(pullRequest, body))
  return Promise.reject(new RequestRefusal('not-found'))
}

async function fetch(context: SyncContext, address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://server')
  const [, , , what, stream, version] = pathname.split('/')
  if (what !== 'snapshot') throw new RequestRefusal('not-found')
  const query = Object.fromEntries(searchParams)
  const found = await readSnapshot(context, parseAddress(snapshotRequest, { params: { stream, version }, query }))
  if (found === undefined) throw new RequestRefusal('not-found')
  return JSON.stringify(found)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new RequestRefusal('malformed-request')
  }
}

function answer(status: number, body: object): ServerAnswer {
  return { status, text: JSON.stringify(body), retryAfterMs: status === 503 ? 1_000 : null }
}

/** In memory where there is such a place: a run does thousands of commits. */
function shelf(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
}

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(shelf(), 'genba-simulation-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const engine = openSqlite(folder)
  await migrateStore(engine.db)
  await engine.db.destroy()
  return folder
}

function copyDatabase(from: string, to: string): void {
  for (const name of ['genba.sqlite', 'genba.sqlite-wal']) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
  }
}
