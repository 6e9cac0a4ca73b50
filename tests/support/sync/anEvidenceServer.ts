// The real server over real HTTP on loopback, and a way to it that can be cut at any request.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyText } from '../../../src/device/deviceKey.ts'
import { createEvidenceTransport } from '../../../src/device/evidenceTransport.ts'
import { createFetchTransport } from '../../../src/device/fetchTransport.ts'
import { hashBlob } from '../../../src/device/hashBlob.ts'
import { parseConfig } from '../../../src/server/config.ts'
import { startServer } from '../../../src/server/startServer.ts'
import type { EvidencePorts } from '../../../src/sync/EvidencePorts.ts'
import type { Transport } from '../../../src/sync/SyncPorts.ts'

export interface EvidenceServer {
  readonly folder: string
  readonly url: () => string
  readonly transport: Transport
  readonly evidence: EvidencePorts
  /** The bytes that the server has; undefined where it has none. */
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | undefined>
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly dispose: () => Promise<void>
}

export async function anEvidenceServer(): Promise<EvidenceServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genba-sync-evidence-'))
  const open = async () => {
    const config = parseConfig({ GENBA_PORT: '0', GENBA_DATA: folder, GENBA_LOG: 'silent' })
    if (!config.ok) throw new Error(config.error)
    return startServer(config.value, '')
  }
  let server = await open()
  const origin = () => new URL(server.url).origin
  const messages = createFetchTransport()
  const files = () => createEvidenceTransport(origin())
  return {
    folder,
    url: origin,
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
    async bytesOf(sha256) {
      const response = await realFetch(`${origin()}/evidence/${sha256}`)
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
    },
    stop: () => server.close(),
    async start() {
      server = await open()
    },
    async dispose() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const realFetch = globalThis.fetch

export interface Request {
  readonly method: string
  readonly path: string
}

/** What happens to a request: `lost` before it comes, its answer `unheard`, or only `half` of its body comes and the answer is lost. */
export type Fate = 'delivered' | 'lost' | 'unheard' | 'half'

/** Every request of this process goes through it. Returns what ends that. */
export function watchRequests(fateOf: (request: Request) => Fate): () => void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url)
    const fate = fateOf({ method: init?.method ?? 'GET', path: url.pathname })
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
