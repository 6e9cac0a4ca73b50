import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditKinds } from '../../../../src/domain/audit/auditKinds.ts'
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { foldOperations } from '../../../../src/domain/oplog/foldOperations.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { packState, unpackState } from '../../../../src/domain/oplog/packState.ts'
import { emptyStreamState } from '../../../../src/domain/oplog/StreamState.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

const dot = fc.tuple(fc.constantFrom('tablet-a', 'tablet-b', 'b_-9'), fc.integer({ min: 1, max: 6 }))
const operation = fc
  .record({
    dot,
    supersedes: fc.array(dot, { maxLength: 3 }),
    question: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('answer-noted', 'answer-judged', 'answer-invented'),
    text: fc.string({ unit: 'binary', maxLength: 8 }),
    offset: fc.constantFrom(null, 0, -1500),
  })
  .map(({ dot: [device, n], supersedes, question, kind, text, offset }): Operation => ({
    v: 1,
    stream: 'audit-1' as StreamId,
    device: device as DeviceId,
    n,
    prev: '',
    kind,
    entity: `answer:antivirus/${question}` as EntityId,
    supersedes: supersedes.map(([name, place]) => `${name}:${place}` as Dot),
    author: `person-${device}` as PersonId,
    at: '2026-04-01T09:00:00.000Z',
    offset,
    bodyHash: '',
    dot: `${device}:${n}` as Dot,
    body: kind === 'answer-judged' ? { judgement: 'conforming', reason: text } : { text },
  }))

test('every state unpacks to itself, through JSON', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
      const state = emptyStreamState()
      foldOperations(state, operations, auditKinds)
      const unpacked = unpackState(JSON.parse(JSON.stringify(packState(state))))
      expect(unpacked && stateSnapshot(unpacked)).toEqual(stateSnapshot(state))
    }),
    { numRuns: 200 },
  )
})

test('an unpacked state goes on folding like the one that was packed', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 15 }), fc.array(operation, { maxLength: 15 }), (before, after) => {
      const whole = emptyStreamState()
      foldOperations(whole, before, auditKinds)
      const unpacked = unpackState(JSON.parse(JSON.stringify(packState(whole))))
      if (unpacked === undefined) throw new Error('does not unpack')
      foldOperations(whole, after, auditKinds)
      foldOperations(unpacked, after, auditKinds)
      expect(stateSnapshot(unpacked)).toEqual(stateSnapshot(whole))
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['nothing', undefined],
  ['another format', { format: 0, names: [], entities: [], opaque: [] }],
  [
    'a place without a name',
    { format: 1, names: [], entities: [['audit', [[0, [[0, 1, 0, 0, '', null, {}]]]], []]], opaque: [] },
  ],
  ['half a dot', { format: 1, names: ['tablet-a'], entities: [['audit', [], [0]]], opaque: [] }],
  ['an id that is none', { format: 1, names: [], entities: [['No Entity', [], []]], opaque: [] }],
  ['an empty register', { format: 1, names: ['note'], entities: [['audit', [[0, []]], []]], opaque: [] }],
])('%s does not unpack', (_, packed) => {
  expect(unpackState(packed)).toBeUndefined()
})
