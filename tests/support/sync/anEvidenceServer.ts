// The real server over real HTTP on loopback, and a way to it that can be cut at any request.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyText } from '../../../src/device/deviceKey.ts'
import { createEvidenceTransport } from '../../../src/device/evidenceTransport.ts'
import { createFetchTransport } from '../../../src/device/fetchTransport.ts'
import { hashBlob } from '../../../src/device/hashBlob.ts'
import { enWords } from '../../../src/server/commands/enWords.ts'
import { runCommand } from '../../../src/server/commands/runCommand.ts'
import { parseConfig, type ServerConfig } from '../../../src/server/config.ts'
import { startServer } from '../../../src/server/startServer.ts'
import type { EvidencePorts } from '../../../src/sync/EvidencePorts.ts'
import type { Transport } from '../../../src/sync/SyncPorts.ts'

export interface EvidenceServer {
  /** Where its data are. */
  readonly folder: string
  readonly transport: Transport
  readonly evidence: EvidencePorts
  /** The bytes that the server has; undefined where it has none. */
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | undefined>
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Makes a backup and gives its file; `at`: the clock while it is made. */
  readonly backUp: (at: Date) => Promise<string>
  /** Stops the server, puts the backup in the place of all that it has, and starts it. */
  readonly restore: (file: string) => Promise<void>
  readonly dispose: () => Promise<void>
}

export async function anEvidenceServer(): Promise<EvidenceServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-sync-evidence-'))
  const data = join(folder, 'data')
  const parsed = parseConfig({ GENBA_PORT: '0', GENBA_DATA: data, GENBA_LOG: 'silent' })
  if (!parsed.ok) throw new Error(parsed.error)
  const config = parsed.value
  const open = () => startServer(config, '')
  let server = await open()
  const origin = () => new URL(server.url).origin
  let backups = 0
  return {
    folder: data,
    ...waysTo(origin),
    bytesOf: (sha256) => bytesAt(origin(), sha256),
    stop: () => server.close(),
    async start() {
      server = await open()
    },
    async backUp(at) {
      const file = join(folder, `backup-${String((backups += 1))}.tar`)
      await command(config, ['backup', file], at)
      return file
    },
    async restore(file) {
      await server.close()
      await rm(data, { recursive: true, force: true })
      await command(config, ['restore', file], new Date())
      server = await open()
    },
    async dispose() {
      // After a cut answer fetch opens a connection in advance, and to Node one without any request is not idle: closing would wait for it.
      await (await realFetch(`${origin()}/healthz`)).text()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function command(config: ServerConfig, args: readonly string[], now: Date): Promise<void> {
  const complaints: string[] = []
  const status = await runCommand(
    {
      config,
      words: enWords,
      print: () => undefined,
      complain: (text) => complaints.push(text),
      resolvePath: (path) => path,
      now: () => now,
      randomId: () => randomBytes(16).toString('base64url'),
    },
    args,
  )
  if (status !== 0) throw new Error(complaints.join(' '))
}

/** How a tablet reaches a server: what the app uses in a browser. */
export function waysTo(origin: () => string): Pick<EvidenceServer, 'transport' | 'evidence'> {
  const messages = createFetchTransport()
  const files = () => createEvidenceTransport(origin())
  return {
    transport: {
      post: (path, json) => messages.post(origin() + path, json),
      get: (path) => messages.get(origin() + path),
      subscribePoke: () => () => undefined,
    },
    evidence: {
      transport: {
        put: (path, bytes) => files().put(path, bytes),
        upload: (upload) => files().upload(upload),
        fetch: (path, wish) => files().fetch(path, wish),
      },
      verify: verifyText,
      hash: hashBlob,
    },
  }
}

export async function bytesAt(origin: string, sha256: string): Promise<Uint8Array | undefined> {
  const response = await realFetch(`${origin}/evidence/${sha256}`)
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}

const realFetch = globalThis.fetch

export interface Request {
  readonly method: string
  readonly path: string
  readonly cache: RequestCache | undefined
}

/** What happens to a request: `lost` before it comes, its answer `unheard`, or only `half` of its body comes and the answer is lost. */
export type Fate = 'delivered' | 'lost' | 'unheard' | 'half'

/** Every request of this process goes through it. Returns what ends that. */
export function watchRequests(fateOf: (request: Request) => Fate): () => void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url)
    const fate = fateOf({ method: init?.method ?? 'GET', path: url.pathname, cache: init?.cache })
    if (fate === 'lost') throw new TypeError('cut')
    const body = init?.body
    const half = body instanceof Blob && fate === 'half' ? { ...init, body: body.slice(0, body.size / 2) } : init
    const response = await realFetch(input, half)
    if (fate === 'delivered') return response
    await response.arrayBuffer()
    throw new TypeError('cut')
  }
  return () => {
    globalThis.fetch = realFetch
  }
}
