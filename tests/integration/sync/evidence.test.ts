// Evidence from tablet to server and back, over real HTTP; lines cut, tablets killed, a server that lies.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBrowser, type Browser } from '../../support/localdb/aDatabase.ts'
import { aPhoto, anAttachment, hashOf, sumOf } from '../../support/localdb/someEvidence.ts'
import { aContext } from '../../support/localdb/someOperations.ts'
import { anEvidenceServer, watchRequests, type EvidenceServer, type Fate } from '../../support/sync/anEvidenceServer.ts'
import { aTablet, auditStream, type Tablet, type TabletOptions } from '../../support/sync/aTablet.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { findEvidence, readEvidenceProof } from '../../../src/localdb/listEvidence.ts'
import { readEvidence } from '../../../src/localdb/readEvidence.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'
import { fetchEvidence } from '../../../src/sync/fetchEvidence.ts'
import { freeStored } from '../../../src/sync/freeStored.ts'
import type { EvidencePorts } from '../../../src/sync/EvidencePorts.ts'
import { readKnownServer } from '../../../src/sync/KnownServer.ts'
import { writeVault } from '../../../src/localdb/writeVault.ts'

vi.setConfig({ testTimeout: 120_000 })

const megabyte = 1024 * 1024
let server: EvidenceServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await anEvidenceServer()
})

afterEach(async () => {
  for (const tablet of tablets.splice(0)) tablet.close()
  await server.dispose()
})

async function start(options: Partial<TabletOptions> = {}): Promise<Tablet> {
  const { transport, evidence } = server
  const tablet = await aTablet({ name: 'tablet-a', transport, evidence, ...options })
  tablets.push(tablet)
  tablet.engine.start()
  tablet.clock.advance(0)
  return tablet
}

async function attach(tablet: Tablet, ...files: readonly EvidenceFile[]): Promise<void> {
  const drafts = files.map((file) => anAttachment(file))
  const context = aContext(tablet.device)
  await recordOperations(tablet.db, { source: 'local', stream: auditStream, drafts, context, files })
}

const isStored = async ({ db }: Tablet, { sha256 }: EvidenceFile) =>
  (await findEvidence(db, sha256))?.status === 'stored'

/** Goes on until all of them are proven at the server, through whatever back-offs. */
async function storedAll(tablet: Tablet, ...files: readonly EvidenceFile[]): Promise<void> {
  await waitUntil('all files are stored', async () => {
    tablet.engine.syncNow()
    tablet.clock.advance(1_000)
    const stored = await Promise.all(files.map((file) => isStored(tablet, file)))
    return stored.every(Boolean)
  })
}

test('[P22] a photo goes up after its entry, and counts as stored by a receipt of the pinned key', async () => {
  const tablet = await start()
  const photo = aPhoto(300_000)
  await attach(tablet, photo)
  await waitUntil('the photo is counted', () => tablet.status().unsent.photos === 1)
  await storedAll(tablet, photo)
  expect(hashOf((await server.bytesOf(photo.sha256)) ?? new Uint8Array())).toBe(photo.sha256)
  const proof = await readEvidenceProof(tablet.db, photo.sha256)
  const known = await readKnownServer(tablet.db)
  expect(proof).toMatchObject({ by: 'receipt', epoch: known?.epoch, key: known?.key?.id, size: 300_000 })
  await waitUntil('nothing waits', () => tablet.status().unsent.photos === 0)
  expect(tablet.statuses.some(({ files }) => files.state === 'sending' && files.bytes === 300_000)).toBe(true)
  expect(tablet.status().files).toEqual({ state: 'idle' })
})

test('a file above 8 MiB goes up in pieces', async () => {
  const tablet = await start()
  const scan = aPhoto(9 * megabyte + 1)
  const methods: string[] = []
  const end = watchRequests(({ method, path }) => {
    if (path.startsWith('/evidence/')) methods.push(method)
    return 'delivered'
  })
  await attach(tablet, scan)
  await storedAll(tablet, scan)
  end()
  expect(methods).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH', 'GET'])
  expect(hashOf((await server.bytesOf(scan.sha256)) ?? new Uint8Array())).toBe(scan.sha256)
})

test.each(['lost', 'unheard', 'half'] as const)(
  'cut at any request (%s), an upload in pieces goes on after a restart of the app, and the bytes are the same',
  async (fate) => {
    const browser = aBrowser()
    // POST, three PATCHes, and the receipt.
    for (let cut = 1; cut <= 5; cut += 1) {
      const scan = aPhoto(9 * megabyte + cut, cut)
      let requests = 0
      const end = watchRequests(({ path }): Fate => {
        if (!path.startsWith('/evidence/')) return 'delivered'
        requests += 1
        return requests === cut ? fate : 'delivered'
      })
      const tablet = await start({ browser })
      await attach(tablet, scan)
      tablet.engine.syncNow()
      tablet.clock.advance(1_000)
      await waitUntil('the cut', () => requests >= cut)
      tablet.close()
      const again = await start({ browser })
      await storedAll(again, scan)
      end()
      // Less than twice: what was there already was not sent once more.
      expect(requests).toBeLessThan(10)
      expect(hashOf((await server.bytesOf(scan.sha256)) ?? new Uint8Array())).toBe(scan.sha256)
      again.close()
    }
  },
)

test('a tablet that is killed at any request or transaction finds the photo and its entry, and sends both', async () => {
  const photo = aPhoto(200_000)
  for (let kill = 1, wasKilled = true; wasKilled; kill += 1) {
    const browser = aBrowser()
    wasKilled = await runUntilKilled(browser, photo, kill)
    const tablet = await start({ browser })
    const rows = await tablet.db.dexie.evidence.count()
    const spoken = (await tablet.db.dexie.operations.count()) + (await tablet.db.dexie.segments.count())
    // Both or none.
    expect([kill, rows > 0]).toEqual([kill, spoken > 0])
    if (rows > 0) {
      await storedAll(tablet, photo)
      expect(await sumOf(await readEvidence(tablet.db, photo.sha256))).toBe(photo.sha256)
      expect(hashOf((await server.bytesOf(photo.sha256)) ?? new Uint8Array())).toBe(photo.sha256)
    }
    tablet.close()
    await rm(join(server.folder, 'evidence', photo.sha256.slice(0, 2)), { recursive: true, force: true })
  }
})

/** True where the tablet died at the step; false where there are fewer steps. */
async function runUntilKilled(browser: Browser, photo: EvidenceFile, kill: number): Promise<boolean> {
  let [steps, isDead] = [0, false]
  const tablet = await aTablet({ name: 'tablet-a', transport: server.transport, evidence: server.evidence, browser })
  const step = () => {
    steps += 1
    if (steps === kill) {
      isDead = true
      tablet.close()
    }
    if (isDead) throw new TypeError('killed')
  }
  const connection = tablet.db.dexie.backendDB()
  const begin = connection.transaction.bind(connection)
  connection.transaction = (...options) => {
    step()
    return begin(...options)
  }
  const end = watchRequests(() => {
    step()
    return 'delivered'
  })
  try {
    tablet.engine.start()
    await attach(tablet, photo)
    await waitUntil('the end of it', async () => {
      if (isDead) return true
      tablet.clock.advance(1_000)
      return isStored(tablet, photo)
    })
  } catch (error) {
    if (!isDead) throw error
  }
  tablet.close()
  end()
  return isDead
}

test('the server is stopped in mid-upload, and the upload goes on when it is back', async () => {
  const tablet = await start()
  const scan = aPhoto(9 * megabyte, 7)
  let patches = 0
  const end = watchRequests(({ method }) => {
    if (method === 'PATCH') patches += 1
    if (method === 'PATCH' && patches === 2) return 'unheard'
    return 'delivered'
  })
  await attach(tablet, scan)
  tablet.engine.syncNow()
  tablet.clock.advance(1_000)
  await waitUntil('the second piece', () => patches >= 2)
  await server.stop()
  await server.start()
  await storedAll(tablet, scan)
  end()
  expect(patches).toBeLessThanOrEqual(4)
})

const lies: readonly (readonly [string, (evidence: EvidencePorts) => EvidencePorts])[] = [
  ['answers 200 without a receipt', withPut({ ok: true })],
  ['signs with another key', (evidence) => ({ ...evidence, verify: () => Promise.resolve(false) })],
]

function withPut(body: unknown): (evidence: EvidencePorts) => EvidencePorts {
  const put = () => Promise.resolve({ state: 'answered', status: 200, body, retryAfterMs: null } as const)
  return (evidence) => ({ ...evidence, transport: { ...evidence.transport, put } })
}

test.each(lies)('[P22] where something %s, the photo stays unsent and nothing is freed', async (_, lying) => {
  const tablet = await start({ evidence: lying(server.evidence) })
  const photo = aPhoto(1_000)
  await attach(tablet, photo)
  tablet.engine.syncNow()
  tablet.clock.advance(1_000)
  await waitUntil('the refusal', () => tablet.status().files.state === 'waiting')
  expect(tablet.status().files).toMatchObject({ state: 'waiting', reason: 'not-our-server' })
  expect(await findEvidence(tablet.db, photo.sha256)).toMatchObject({ status: 'unsent' })
  expect(await freeAll(tablet)).toBe(0)
})

/** As if the backups had everything. */
async function freeAll({ db }: Tablet): Promise<number> {
  const known = await readKnownServer(db)
  await writeVault(db, 'server', { ...known, backedUpTo: '2999-01-01T00:00:00.000Z' })
  return freeStored({ db, evidence: server.evidence, random: { id: () => 'id', fraction: () => 0.5 } })
}

test('[P24] a server that has signed for a photo but cannot show it makes the tablet free nothing', async () => {
  const tablet = await start()
  const photo = aPhoto(300_000)
  await attach(tablet, photo)
  await storedAll(tablet, photo)
  expect(await freeStored({ ...tablet, evidence: server.evidence, random: { id: () => '', fraction: () => 0 } })).toBe(
    0,
  )
  const kept = join(server.folder, 'evidence', photo.sha256.slice(0, 2))
  await rm(kept, { recursive: true, force: true })
  expect(await freeAll(tablet)).toBe(0)
  expect(await sumOf(await readEvidence(tablet.db, photo.sha256))).toBe(photo.sha256)
})

test('what was freed comes back when somebody wants to see it, and only if it is the right file', async () => {
  const tablet = await start()
  const photo = aPhoto(300_000)
  await attach(tablet, photo)
  await storedAll(tablet, photo)
  expect(await freeAll(tablet)).toBe(300_000)
  expect(await readEvidence(tablet.db, photo.sha256)).toBeUndefined()
  const ports = { ...server.evidence, db: tablet.db, clock: tablet.clock }
  const forged = { ...ports, transport: { ...ports.transport, fetch: () => Promise.resolve(answered('other')) } }
  expect(await fetchEvidence(forged, photo)).toEqual({ ok: false, error: 'wrong-hash' })
  const fetched = await fetchEvidence(ports, photo)
  expect(fetched.ok && (await sumOf(fetched.value))).toBe(photo.sha256)
  expect(await sumOf(await readEvidence(tablet.db, photo.sha256))).toBe(photo.sha256)
  const unknown = { sha256: aPhoto(5, 99).sha256, mediaType: 'image/jpeg' }
  expect(await fetchEvidence(ports, unknown)).toEqual({ ok: false, error: 'not-found' })
})

function answered(text: string) {
  return { state: 'answered', bytes: new Blob([text]) } as const
}

test('[P21] what the server does not take is kept, told, and never in the way of the others', async () => {
  const tablet = await start()
  const page = new Blob(['<!doctype html><script>alert(1)</script>'])
  const sha256 = hashOf(new Uint8Array(await page.arrayBuffer()))
  const [html, photo] = [{ sha256, bytes: page, mediaType: 'text/html' }, aPhoto(1_000)]
  await attach(tablet, html, photo)
  await storedAll(tablet, photo)
  await waitUntil('the refusal', () => tablet.status().refusedFiles.length === 1)
  expect(tablet.status().refusedFiles).toMatchObject([{ sha256, code: 'unsupported-type' }])
  expect(tablet.status().unsent.photos).toBe(0)
  expect(await sumOf(await readEvidence(tablet.db, sha256))).toBe(sha256)
})

test('a damaged photo is refused with its reason, and the others go on', async () => {
  const tablet = await start({ transport: { ...server.transport, post: () => Promise.resolve(offline) } })
  const [bad, good] = [aPhoto(1_000, 1), aPhoto(1_000, 2)]
  await attach(tablet, bad, good)
  const row = await tablet.db.dexie.evidenceChunks.get([bad.sha256, 0])
  if (row === undefined) throw new Error('a piece is expected')
  await tablet.db.dexie.evidenceChunks.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  const { browser } = tablet
  tablet.close()
  const again = await start({ browser })
  await storedAll(again, good)
  await waitUntil('the refusal', () => again.status().refusedFiles[0]?.code === 'damaged')
})

const offline = { state: 'failed', reason: 'network' } as const

test('300 photos go up one after the other: the bytes of one at a time are in memory', async () => {
  let [inFlight, most] = [0, 0]
  const counting: EvidencePorts = {
    ...server.evidence,
    transport: {
      ...server.evidence.transport,
      async put(path, bytes) {
        most = Math.max(most, (inFlight += bytes.size))
        const answer = await server.evidence.transport.put(path, bytes)
        inFlight -= bytes.size
        return answer
      },
    },
  }
  const tablet = await start({ evidence: counting })
  const photos = Array.from({ length: 300 }, (_, index) => aPhoto(20_000, index + 1))
  for (const photo of photos) await attach(tablet, photo)
  await storedAll(tablet, ...photos)
  expect(most).toBe(20_000)
})
