import { expect, test } from 'vitest'
import type { DeviceId, EntityId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { must } from '../../../src/domain/must.ts'
import { verifyText } from '../../../src/device/deviceKey.ts'
import type { LocalDatabase } from '../../../src/localdb/LocalDatabase.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { markOwn } from '../../../src/localdb/markOwn.ts'
import { readDrafts } from '../../../src/localdb/readDrafts.ts'
import { readRelays } from '../../../src/localdb/readRelays.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { saveDraft } from '../../../src/localdb/saveDraft.ts'
import { takeOverDraft } from '../../../src/localdb/takeOverDraft.ts'
import { parseUnsentFile, type UnsentFile } from '../../../src/protocol/unsentFile.ts'
import { exportUnsent } from '../../../src/sync/exportUnsent.ts'
import { importUnsent } from '../../../src/sync/importUnsent.ts'
import { readUnsentFile } from '../../../src/sync/readUnsentFile.ts'
import { aBrowser, sha256 } from '../../support/localdb/aDatabase.ts'
import { aContext, aNote, anEntry, aPage, operationsOf, pulled, stream } from '../../support/localdb/someOperations.ts'
import { testKey } from '../../support/server/testKey.ts'

const entity = 'answer:antivirus/1-1' as EntityId
const ports = { sha256, verify: verifyText }

function signerOf(name: string) {
  const { device, deviceKey, sign } = testKey(name)
  return { device, deviceKey, sign: (text: string) => Promise.resolve(sign(text)) }
}

const [ours, theirs] = [signerOf('tablet-a'), signerOf('tablet-b')]

async function write(db: LocalDatabase, device: DeviceId, ...texts: readonly string[]) {
  await recordOperations(db, { ...anEntry(...texts.map((text) => aNote(text))), context: aContext(device) })
}

async function exported(db: LocalDatabase, signer = ours): Promise<UnsentFile> {
  const origin = { signer, exportedAt: '2026-04-01T09:00:00.000Z', person: { id: 'tanaka', name: '田中' } }
  return exportUnsent(db, origin)
}

async function read(file: unknown) {
  const content = await readUnsentFile(ports, JSON.stringify(file))
  return must(content.ok ? content.value : undefined, 'a file that can be read')
}

async function aTabletWith(...texts: readonly string[]) {
  const db = await aBrowser().tab()
  await write(db, ours.device, ...texts)
  return db
}

test('[P8] the file holds every own operation verbatim in runs that are signed at their heads', async () => {
  const db = await aTabletWith('一', '二')
  const file = await exported(db)
  expect(parseUnsentFile(JSON.stringify(file))).toEqual({ ok: true, value: { ...file, unusable: 0 } })
  const content = await read(file)
  expect(content).toMatchObject({ person: '田中', damaged: 0, unusable: 0, drafts: [] })
  expect(content.runs.map(({ from, operations, device }) => [device, from, operations.length])).toEqual([
    [ours.device, 1, 2],
  ])
})

test('[P14] an order-sensitive act has a run of its own, and no run is too large for one message', async () => {
  const db = await aTabletWith('一')
  const signOff = { ...aNote(''), kind: 'audit-signed-off', entity: 'audit' as EntityId, body: { heads: [] } }
  await recordOperations(db, { ...anEntry(signOff), context: aContext(ours.device) })
  await write(db, ours.device, ...Array.from({ length: 501 }, (_, index) => `所見 ${String(index)}`))
  const { runs } = await exported(db)
  expect(runs.map(({ ops }) => ops.length)).toEqual([1, 1, 500, 1])
})

test('damaged rows go along as they are, and cut the runs', async () => {
  const db = await aTabletWith('一', '二', '三')
  const row = must(await db.dexie.operations.get([stream, 2]), 'a row')
  await db.dexie.operations.put({ ...row, bytes: row.bytes.map((byte) => byte ^ 1) })
  const file = await exported(db)
  expect(file.runs.map(({ ops }) => ops.length)).toEqual([1, 1])
  expect(file.damaged).toEqual([
    {
      what: 'operation',
      place: 'operations/audit-1/2',
      code: '',
      content: expect.stringMatching(/^[0-9a-f]+$/) as string,
    },
  ])
  expect(await read(file)).toMatchObject({ damaged: 1, unusable: 0 })
})

test('[P12] on another tablet the runs wait to be handed to the server, once', async () => {
  const content = await read(await exported(await aTabletWith('一', '二')))
  const other = await aBrowser().tab()
  expect(await importUnsent(other, theirs.device, content)).toEqual({ imported: 2 })
  expect(await importUnsent(other, theirs.device, content)).toEqual({ imported: 0 })
  expect(await readRelays(other)).toEqual(content.runs)
  expect(await listUnsent(other)).toEqual([])
  const again = await read(await exported(other, theirs))
  expect(again.runs).toEqual(content.runs)
})

test('what the other tablet has pulled already is nothing new', async () => {
  const db = await aTabletWith('一')
  const content = await read(await exported(db))
  const other = await aBrowser().tab()
  await recordOperations(other, { ...pulled(aPage(must(content.runs[0], 'a run').operations)), device: theirs.device })
  expect(await importUnsent(other, theirs.device, content)).toEqual({ imported: 0 })
  expect(await readRelays(other)).toEqual([])
})

test('on the tablet that exported it, rows that were lost come back to their places', async () => {
  const db = await aTabletWith('一', '二', '三')
  const content = await read(await exported(db))
  const before = await db.dexie.operations.toArray()
  await markOwn(db, stream, [{ n: 1, status: 'acked' }])
  await db.dexie.operations.bulkDelete([[stream, 2]])
  expect(await importUnsent(db, ours.device, content)).toEqual({ imported: 1 })
  expect(await importUnsent(db, ours.device, content)).toEqual({ imported: 0 })
  expect(await db.dexie.operations.toArray()).toEqual(before)
  expect(await listUnsent(db)).toEqual([{ stream, from: 2, to: 3 }])
})

test('a chain that was cut short is taken up again, and another operation in its place stays', async () => {
  const db = await aTabletWith('一', '二')
  const content = await read(await exported(db))
  const empty = await aBrowser().tab()
  expect(await importUnsent(empty, ours.device, content)).toEqual({ imported: 2 })
  await write(empty, ours.device, '三')
  expect(await listUnsent(empty)).toEqual([{ stream, from: 1, to: 3 }])
  const forked = await aTabletWith('別')
  expect(await importUnsent(forked, ours.device, content)).toEqual({ imported: 0 })
  expect(await forked.dexie.operations.count()).toBe(1)
})

test('[P20] a text in progress can be taken over where no other one stands', async () => {
  const db = await aBrowser().tab()
  const key = { stream, entity, register: 'note' }
  const content = {
    kind: 'answer-noted',
    text: '途',
    body: { text: '途' },
    seen: [],
    changedAt: '2026-04-01T09:00:00.000Z',
  }
  await saveDraft(db, key, content)
  const [draft] = (await read(await exported(db))).drafts
  expect(draft).toEqual({ ...key, ...content })
  const offered = { key, content }
  const other = await aBrowser().tab()
  expect(await takeOverDraft(other, offered)).toEqual({ ok: true, value: 'taken' })
  expect(await readDrafts(other)).toEqual([{ key, content }])
  expect(await takeOverDraft(other, offered)).toEqual({ ok: false, error: 'occupied' })
})

test.each([
  ['a signature of another text', (file: UnsentFile) => ({ ...file, runs: resign(file, 'x') })],
  ['a body that was changed', (file: UnsentFile) => change(file, (op) => ({ ...op, b: '{"text":"偽"}' }))],
  [
    'a header that was changed',
    (file: UnsentFile) => change(file, (op) => ({ ...op, h: op.h.replace('tanaka', 'sato') })),
  ],
  ['another device', (file: UnsentFile) => ({ ...file, runs: file.runs.map((run) => ({ ...run, device: 'other' })) })],
  [
    'another key',
    (file: UnsentFile) => ({ ...file, runs: file.runs.map((run) => ({ ...run, deviceKey: theirs.deviceKey })) }),
  ],
  ['another audit', (file: UnsentFile) => ({ ...file, runs: file.runs.map((run) => ({ ...run, stream: 'other' })) })],
  [
    'an operation taken out',
    (file: UnsentFile) => ({
      ...file,
      runs: file.runs.map((run) => ({ ...run, ops: [0, 2].flatMap((at) => run.ops[at] ?? []) })),
    }),
  ],
])('[P10] [P11] a run with %s is left out and counted', async (_, forge) => {
  const file = await exported(await aTabletWith('一', '二', '三'))
  const content = await read(forge(file))
  expect(content.runs).toEqual([])
  expect(content.unusable).toBeGreaterThan(0)
})

function resign(file: UnsentFile, text: string) {
  return file.runs.map((run) => ({ ...run, signature: testKey('tablet-a').sign(text) }))
}

type Op = UnsentFile['runs'][number]['ops'][number]

function change(file: UnsentFile, forge: (op: Op) => Op) {
  return {
    ...file,
    runs: file.runs.map((run) => ({ ...run, ops: run.ops.map((op, at) => (at === 1 ? forge(op) : op)) })),
  }
}

test.each([
  ['not-json', 'これは監査の記録です'],
  ['not-json', ''],
  ['not-ours', '{"some":"json"}'],
  ['not-ours', 'null'],
  ['newer', '{"format":"genba-unsent","version":3}'],
  ['older', '{"format":"genba-unsent","version":1,"operations":[]}'],
  ['unreadable', '{"format":"genba-unsent","version":2}'],
])('a file that is none is told as %s', async (problem, text) => {
  expect(await readUnsentFile(ports, text)).toEqual({ ok: false, error: problem })
})

test('[P20] other streams of the file do not suffer from a bad one', async () => {
  const db = await aTabletWith('一')
  const other = { ...anEntry(aNote('二')), stream: 'audit-2' as StreamId, context: aContext(ours.device) }
  await recordOperations(db, other)
  const file = await exported(db)
  const [first, second] = file.runs
  const content = await read({ ...file, runs: [{ ...first, signature: 'zu kurz' }, second, 7] })
  expect(content.runs.map((run) => run.stream)).toEqual(['audit-2'])
  expect(content.unusable).toBe(2)
})

test('operations of another device in a page are never exported as own', async () => {
  const db = await aBrowser().tab()
  const page = aPage(operationsOf(theirs.device, [aNote('一')]))
  await recordOperations(db, { ...pulled(page), device: ours.device })
  expect((await exported(db)).runs).toEqual([])
})
