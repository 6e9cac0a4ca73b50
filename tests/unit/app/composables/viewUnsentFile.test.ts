import { expect, test } from 'vitest'
import { asTakenDraft, viewAudits, viewDraft } from '../../../../src/app/composables/viewUnsentFile.ts'
import type { DeviceId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import type { SignedRun } from '../../../../src/localdb/saveRelays.ts'

const run = (stream: string, from: number, count: number): SignedRun => ({
  stream: stream as StreamId,
  device: 'tablet-one' as DeviceId,
  deviceKey: { algorithm: 'Ed25519', publicKey: 'key' },
  from,
  operations: Array.from({ length: count }, () => ({ header: '', body: '', salt: '' })),
  signature: 'signed',
  again: false,
})
const nameOf = (stream: string) => `監査 ${stream}`

test('entries are counted by audit, with how many of them the server has', () => {
  const file = { runs: [run('audit-a', 1, 500), run('audit-a', 501, 20), run('audit-b', 7, 3)] }
  const marks = new Map([['tablet-one', new Map([['audit-a', 510]])]])
  expect(viewAudits(file, marks, nameOf)).toEqual([
    { id: 'audit-a', name: '監査 audit-a', entries: 520, onServer: 510 },
    { id: 'audit-b', name: '監査 audit-b', entries: 3, onServer: 0 },
  ])
})

test('without an answer of the server nothing is claimed about it', () => {
  const marks = new Map([['tablet-one', undefined]])
  expect(viewAudits({ runs: [run('audit-a', 1, 5)] }, marks, nameOf)).toMatchObject([{ onServer: null }])
})

const draft = {
  stream: 'audit-a',
  entity: 'answer:genba-basic.A04',
  register: 'note',
  kind: 'answer-noted',
  text: '書きかけ',
  body: { text: '書きかけ' },
  seen: ['tablet-one:3', 'not a dot'],
  changedAt: '2026-04-10T10:12:00.000Z',
}

test('a text in progress keeps what its author saw, and nothing that is no dot', () => {
  expect(asTakenDraft(draft)).toMatchObject({
    key: { stream: 'audit-a', entity: draft.entity, register: 'note' },
    content: { text: '書きかけ', seen: ['tablet-one:3'] },
  })
  expect(asTakenDraft({ ...draft, entity: '../' })).toBeUndefined()
})

test('a place where this tablet writes itself is not offered', () => {
  const words = { names: { auditOf: () => undefined }, unknownAudit: 'この端末にない監査', labelOf: () => '所見' }
  const occupied = new Set([[draft.stream, draft.entity, draft.register].join(' ')])
  expect(viewDraft(draft, occupied, words)).toMatchObject({ state: 'occupied', audit: 'この端末にない監査' })
  expect(viewDraft(draft, new Set(), words)).toMatchObject({ state: 'free' })
})
