import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditKinds } from '../../../../src/domain/audit/auditKinds.ts'
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { foldOperations } from '../../../../src/domain/oplog/foldOperations.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { packState } from '../../../../src/domain/oplog/packState.ts'
import { emptyStreamState } from '../../../../src/domain/oplog/StreamState.ts'
import { unpackState } from '../../../../src/domain/oplog/unpackState.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

const unpack = (packed: unknown) => unpackState(packed, { kinds: auditKinds, isOfThisRelease: true })

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
      const unpacked = unpack(JSON.parse(JSON.stringify(packState(state))))
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
      const unpacked = unpack(JSON.parse(JSON.stringify(packState(whole))))
      if (unpacked === undefined) throw new Error('does not unpack')
      foldOperations(whole, after, auditKinds)
      foldOperations(unpacked, after, auditKinds)
      expect(stateSnapshot(unpacked)).toEqual(stateSnapshot(whole))
    }),
    { numRuns: 100 },
  )
})

const empty = {
  format: 2,
  names: [],
  entities: [],
  opaque: [],
  late: [],
  signOffs: [],
  placed: [],
  heads: [],
  kinds: [],
}

test('the smallest packed state unpacks', () => {
  expect(unpack(empty)).toEqual(emptyStreamState())
})

test.each([
  ['nothing', undefined],
  ['another format', { ...empty, format: 1 }],
  ['a place without a name', { ...empty, entities: [['audit', [[0, [[0, 1, 0, 0, '', null, {}]]]], []]] }],
  ['half a dot', { ...empty, names: ['tablet-a'], entities: [['audit', [], [0]]] }],
  ['an id that is none', { ...empty, entities: [['No Entity', [], []]] }],
  ['an empty register', { ...empty, names: ['note'], entities: [['audit', [[0, []], []]]] }],
  ['an opaque operation without its end', { ...empty, names: ['t', 'a-b'], opaque: [[0, 1, 1, 1, 'audit', 0, '']] }],
  ['a decision that is none', { ...empty, names: ['t'], placed: [[0, 1, 'perhaps']] }],
  ['a head without a number', { ...empty, names: ['t'], heads: [0] }],
  ['a kind without a version', { ...empty, names: ['a-b'], kinds: [0] }],
  ['a sign-off of n 0', { ...empty, names: ['t'], signOffs: [[0, 0, 'audit', []]] }],
])('%s does not unpack', (_, packed) => {
  expect(unpack(packed)).toBeUndefined()
})
