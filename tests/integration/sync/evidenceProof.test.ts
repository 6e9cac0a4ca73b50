// What a tablet believes of a server, and what it lets go: lies free nothing, a restore asks for the bytes again, and backups come first.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { aPhoto, hashOf, sumOf } from '../../support/localdb/someEvidence.ts'
import { anEvidenceServer, watchRequests, type EvidenceServer } from '../../support/sync/anEvidenceServer.ts'
import { aRunningTablet, attach, storedAll, until } from '../../support/sync/anEvidenceTablet.ts'
import type { Tablet, TabletOptions } from '../../support/sync/aTablet.ts'
import { findEvidence, readEvidenceProof } from '../../../src/localdb/listEvidence.ts'
import { readEvidence } from '../../../src/localdb/readEvidence.ts'
import { evidenceReceiptAnswer } from '../../../src/protocol/evidence.ts'
import type { EvidencePorts, EvidenceTransport } from '../../../src/sync/EvidencePorts.ts'
import { fetchEvidence } from '../../../src/sync/fetchEvidence.ts'
import { freeStored } from '../../../src/sync/freeStored.ts'
import { readKnownServer } from '../../../src/sync/KnownServer.ts'
import type { SyncTrouble } from '../../../src/sync/SyncTrouble.ts'

vi.setConfig({ testTimeout: 180_000 })

const hourMs = 3_600_000
let server: EvidenceServer
const tablets: Tablet[] = []

beforeEach(async () => {
  server = await anEvidenceServer()
  backups.length = 0
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

const free = ({ db }: Tablet, evidence: Pick<EvidencePorts, 'transport'> = server.evidence) =>
  freeStored({ db, evidence, random: { id: () => 'id', fraction: () => 0.5 } })

/** The app is opened anew: at its first contact the server says what its backups hold. */
async function restarted(tablet: Tablet): Promise<Tablet> {
  const { browser } = tablet
  tablet.close()
  const again = await start({ browser })
  await until(again, 'what the backups hold is known', async () => {
    const known = await readKnownServer(again.db)
    return known !== undefined && known.backedUpTo === horizon()
  })
  return again
}

/** When the backups were made, by the clock of whoever made them. */
const backups: number[] = []

/** As if it were made so long after now. */
async function backUp(afterMs: number): Promise<string> {
  const at = Date.now() + afterMs
  backups.push(at)
  return server.backUp(new Date(at))
}

/** What the server is to say: the second newest, and clocks may differ by ten minutes. */
function horizon(): string | null {
  const at = backups.at(-2)
  return at === undefined ? null : new Date(at - 600_000).toISOString()
}

async function backUpTwice(afterMs: number): Promise<void> {
  await backUp(afterMs)
  await backUp(afterMs)
}

async function withStored(size = 300_000) {
  const tablet = await start()
  const photo = aPhoto(size)
  await attach(tablet, photo)
  await storedAll(tablet, photo)
  return { tablet, photo }
}

type Answered = Awaited<ReturnType<EvidenceTransport['put']>>

const lies: readonly (readonly [string, SyncTrouble, (evidence: EvidencePorts) => EvidencePorts])[] = [
  ['answers 200 without a receipt', 'not-our-server', changingPut(() => ({ ok: true }))],
  ['signs with another key', 'not-our-server', (evidence) => ({ ...evidence, verify: () => Promise.resolve(false) })],
  ['names another key', 'not-our-server', changingPut((receipt) => ({ ...receipt, key: 'k'.repeat(43) }))],
  ['signs for another file', 'not-our-server', changingPut((receipt) => ({ ...receipt, sha256: 'A'.repeat(43) }))],
  ['says a later instant than it signed', 'not-our-server', changingPut((receipt) => ({ ...receipt, storedAt: '' }))],
  ['repeats an old receipt', 'not-our-server', changingPut((receipt) => ({ ...receipt, nonce: 'old' }))],
  ['is of another epoch', 'server-trouble', changingPut((receipt) => ({ ...receipt, epoch: 'another' }))],
]

function changingPut(change: (receipt: object) => object): (evidence: EvidencePorts) => EvidencePorts {
  return (evidence) => {
    const put = async (path: string, bytes: Blob): Promise<Answered> => {
      const answer = await evidence.transport.put(path, bytes)
      const receipt = answer.state === 'answered' ? evidenceReceiptAnswer.safeParse(answer.body) : undefined
      return receipt?.success === true ? { ...answer, ...{ body: change(receipt.data) } } : answer
    }
    return { ...evidence, transport: { ...evidence.transport, put } }
  }
}

test.each(lies)('[P22] where the answer %s, the photo stays unsent and nothing is freed', async (_, reason, lying) => {
  const tablet = await start({ evidence: lying(server.evidence) })
  const photo = aPhoto(1_000)
  await attach(tablet, photo)
  const told = () => tablet.statuses.some(({ files }) => files.state === 'waiting' && files.reason === reason)
  await until(tablet, 'the refusal', told)
  tablet.engine.stop()
  expect(await findEvidence(tablet.db, photo.sha256)).toMatchObject({ status: 'unsent' })
  await backUpTwice(hourMs)
  expect(await free(tablet)).toBe(0)
  expect(await sumOf(await readEvidence(tablet.db, photo.sha256))).toBe(photo.sha256)
})

test('[P24] a photo goes only once the second newest backup has it', async () => {
  const { tablet, photo } = await withStored()
  expect(await free(tablet)).toBe(0)
  const untold = await restarted(tablet)
  expect(await free(untold)).toBe(0)
  // Made before the photo came.
  await backUpTwice(-hourMs)
  const early = await restarted(untold)
  expect(await free(early)).toBe(0)
  // Only the newest has it.
  await backUp(hourMs)
  const once = await restarted(early)
  expect(await free(once)).toBe(0)
  expect(await sumOf(await readEvidence(once.db, photo.sha256))).toBe(photo.sha256)
  await backUp(hourMs)
  const twice = await restarted(once)
  expect(await free(twice)).toBe(300_000)
  expect(await readEvidence(twice.db, photo.sha256)).toBeUndefined()
  expect(await free(twice)).toBe(0)
})

test('[P24] a server that has signed for a photo but cannot show it makes the tablet free nothing', async () => {
  const { tablet, photo } = await withStored()
  await backUpTwice(hourMs)
  const again = await restarted(tablet)
  const showing = (bytes: Blob) => ({
    transport: {
      ...server.evidence.transport,
      fetch: () => Promise.resolve({ state: 'answered', bytes } as const),
    },
  })
  expect(await free(again, showing(new Blob([new Uint8Array(300_000)])))).toBe(0)
  expect(await free(again, showing(new Blob([])))).toBe(0)
  await rm(join(server.folder, 'evidence', photo.sha256.slice(0, 2)), { recursive: true, force: true })
  expect(await free(again)).toBe(0)
  expect(await sumOf(await readEvidence(again.db, photo.sha256))).toBe(photo.sha256)
})

test('[P23] a server restored from before the photos gets them again, and signs anew', async () => {
  const backup = await backUp(0)
  const tablet = await start()
  const [photo, scan] = [aPhoto(300_000), aPhoto(9 * 1024 * 1024, 3)]
  await attach(tablet, photo, scan)
  await storedAll(tablet, photo, scan)
  const before = await readEvidenceProof(tablet.db, photo.sha256)
  await server.restore(backup)
  expect(await server.bytesOf(photo.sha256)).toBeUndefined()
  await until(tablet, 'both are there again', async () => {
    tablet.engine.syncNow()
    const there = await Promise.all([photo, scan].map(({ sha256 }) => server.bytesOf(sha256)))
    return there.every((bytes) => bytes !== undefined)
  })
  await storedAll(tablet, photo, scan)
  const after = await readEvidenceProof(tablet.db, photo.sha256)
  expect(after).toMatchObject({ by: 'receipt', size: 300_000 })
  expect(after?.epoch).not.toBe(before?.epoch)
  expect(after?.key).not.toBe(before?.key)
  for (const { sha256 } of [photo, scan])
    expect(hashOf((await server.bytesOf(sha256)) ?? new Uint8Array())).toBe(sha256)
})

test('[P23] a receipt of another epoch frees nothing, though the backups of this one are newer', async () => {
  const { tablet, photo } = await withStored()
  await backUpTwice(hourMs)
  const known = await restarted(tablet)
  known.engine.stop()
  await server.restore(await backUp(2 * hourMs))
  await backUpTwice(3 * hourMs)
  // Nobody here has sent anything since: the pinned server is the new one, the proof of the old.
  const silent = { ...server.evidence.transport, put: noAnswer, upload: noAnswer }
  const messages: typeof server.transport = {
    ...server.transport,
    get: (path) => (path.startsWith('/evidence/') ? noAnswer() : server.transport.get(path)),
  }
  const { browser } = known
  known.close()
  const again = await start({ browser, evidence: { ...server.evidence, transport: silent }, transport: messages })
  await until(again, 'the files have had their turn', () => again.status().files.state === 'waiting')
  again.engine.stop()
  expect(await readEvidenceProof(again.db, photo.sha256)).toMatchObject({ by: 'receipt' })
  expect(await free(again)).toBe(0)
  expect(await sumOf(await readEvidence(again.db, photo.sha256))).toBe(photo.sha256)
})

function noAnswer() {
  return Promise.resolve({ state: 'failed', reason: 'network' } as const)
}

test('what was freed comes back when somebody wants to see it, and only if it is the right file', async () => {
  const { tablet: before, photo } = await withStored()
  await backUpTwice(hourMs)
  const tablet = await restarted(before)
  expect(await free(tablet)).toBe(300_000)
  const ports = { ...server.evidence, db: tablet.db, clock: tablet.clock }
  const forged = { ...ports, transport: { ...ports.transport, fetch: () => Promise.resolve(answered('other')) } }
  expect(await fetchEvidence(forged, photo)).toEqual({ ok: false, error: 'wrong-hash' })
  expect(await readEvidence(tablet.db, photo.sha256)).toBeUndefined()
  const fetched = await fetchEvidence(ports, photo)
  expect(fetched.ok && (await sumOf(fetched.value))).toBe(photo.sha256)
  expect(await sumOf(await readEvidence(tablet.db, photo.sha256))).toBe(photo.sha256)
})

function answered(text: string) {
  return { state: 'answered', bytes: new Blob([text]) } as const
}

test('another tablet fetches a photo that it wants to see, past every cache, and keeps it for the next time', async () => {
  const { photo } = await withStored()
  const other = await start({ name: 'tablet-b', browser: aBrowser() })
  expect(await findEvidence(other.db, photo.sha256)).toBeUndefined()
  await until(other, 'the server is known', async () => (await readKnownServer(other.db)) !== undefined)
  const ports = { ...server.evidence, db: other.db, clock: other.clock }
  const caches: (RequestCache | undefined)[] = []
  const end = watchRequests(({ path, cache }) => {
    if (path.startsWith('/evidence/')) caches.push(cache)
    return 'delivered'
  })
  const [first, second] = [await fetchEvidence(ports, photo), await fetchEvidence(ports, photo)]
  end()
  expect(first.ok && (await sumOf(first.value))).toBe(photo.sha256)
  expect(second.ok && (await sumOf(second.value))).toBe(photo.sha256)
  // The second time it was here.
  expect(caches).toEqual(['no-store'])
  expect(await findEvidence(other.db, photo.sha256)).toMatchObject({ status: 'stored', size: 300_000 })
  expect(other.status().unsent.photos).toBe(0)
  // Nobody's only copy: it may go at once.
  expect(await free(other)).toBe(300_000)
  const unknown = { sha256: aPhoto(5, 99).sha256, mediaType: 'image/jpeg' }
  expect(await fetchEvidence(ports, unknown)).toEqual({ ok: false, error: 'not-found' })
})
