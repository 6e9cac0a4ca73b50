// Evidence from tablet to server, over real HTTP: lines cut, tablets and servers killed, files refused. In the end: the same bytes.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBrowser, type Browser } from '../../support/localdb/aDatabase.ts'
import { aPhoto, hashOf, sumOf } from '../../support/localdb/someEvidence.ts'
import { anEvidenceServer, watchRequests, type EvidenceServer, type Fate } from '../../support/sync/anEvidenceServer.ts'
import { aRunningTablet, attach, isStored, storedAll, until } from '../../support/sync/anEvidenceTablet.ts'
import { aTablet, type Tablet, type TabletOptions } from '../../support/sync/aTablet.ts'
import { readEvidenceProof } from '../../../src/localdb/listEvidence.ts'
import { readEvidence } from '../../../src/localdb/readEvidence.ts'
import type { EvidenceFile } from '../../../src/localdb/sealEvidence.ts'
import type { EvidencePorts } from '../../../src/sync/EvidencePorts.ts'
import { readKnownServer } from '../../../src/sync/KnownServer.ts'

vi.setConfig({ testTimeout: 180_000 })

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
  const tablet = await aRunningTablet({ transport, evidence, ...options })
  tablets.push(tablet)
  return tablet
}

test('[P22] a photo goes up after its entry, and counts as stored by a receipt of the pinned key', async () => {
  const tablet = await start()
  const photo = aPhoto(300_000)
  await attach(tablet, photo)
  await until(tablet, 'the photo is counted', () => tablet.status().unsent.photos === 1)
  await storedAll(tablet, photo)
  expect(hashOf((await server.bytesOf(photo.sha256)) ?? new Uint8Array())).toBe(photo.sha256)
  const proof = await readEvidenceProof(tablet.db, photo.sha256)
  const known = await readKnownServer(tablet.db)
  expect(proof).toMatchObject({ by: 'receipt', epoch: known?.epoch, key: known?.key?.id, size: 300_000 })
  await until(tablet, 'nothing waits', () => tablet.status().unsent.photos === 0)
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
      await until(tablet, 'the cut', () => requests >= cut)
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
    await until(tablet, 'the end of it', () => isDead || isStored(tablet, photo))
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
  await until(tablet, 'the second piece', () => patches >= 2)
  await server.stop()
  await server.start()
  await storedAll(tablet, scan)
  end()
  expect(patches).toBeLessThanOrEqual(4)
})

test('[P21] what the server does not take is kept, told, and never in the way of the others', async () => {
  const tablet = await start()
  const page = new Blob(['<!doctype html><script>alert(1)</script>'])
  const sha256 = hashOf(new Uint8Array(await page.arrayBuffer()))
  const [html, photo] = [{ sha256, bytes: page, mediaType: 'text/html' }, aPhoto(1_000)]
  await attach(tablet, html, photo)
  await storedAll(tablet, photo)
  await until(tablet, 'the refusal', () => tablet.status().refusedFiles.length === 1)
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
  await until(again, 'the refusal', () => again.status().refusedFiles[0]?.code === 'damaged')
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
