import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { foldOperations } from '../../../../src/domain/oplog/foldOperations.ts'
import type { KindTable } from '../../../../src/domain/oplog/KindTable.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { packState } from '../../../../src/domain/oplog/packState.ts'
import { emptyStreamState, type StreamState } from '../../../../src/domain/oplog/StreamState.ts'
import { unpackState } from '../../../../src/domain/oplog/unpackState.ts'
import { integer, nullOr, shape, text, textMatching } from '../../../../src/domain/parse/Parser.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

const asRecord = (body: unknown) => (typeof body === 'object' && body !== null ? body : {})

/** A room's size was a text, then a number, then a number with the day it was measured. */
const releases: readonly KindTable[] = [
  { 'room-measured': { entity: 'room', register: 'size', parse: shape({ size: textMatching(/^\d+$/) }) } },
  {
    'room-measured': { entity: 'room', register: 'size', parse: shape({ metres: integer(0) }), upcasters: [toMetres] },
  },
  {
    'room-measured': {
      entity: 'room',
      register: 'size',
      parse: shape({ metres: integer(0), on: nullOr(text()) }),
      upcasters: [toMetres, (body) => ({ ...asRecord(body), on: null })],
    },
    'room-named': { entity: 'room', register: 'name', parse: shape({ name: text() }) },
  },
]
function toMetres(body: unknown): unknown {
  const { size } = { size: undefined, ...asRecord(body) }
  return typeof size === 'string' ? { metres: Number(size) } : undefined
}
const bodies = [{ size: '12' }, { metres: 13 }, { metres: 14, on: '2026-04-01' }, { size: 'wide' }]

const operation = fc
  .record({
    device: fc.constantFrom('p', 'q'),
    n: fc.integer({ min: 1, max: 8 }),
    supersedes: fc.array(fc.constantFrom('p:1', 'p:2', 'p:3', 'q:1', 'q:2', 'q:3'), { maxLength: 2 }),
    room: fc.nat(1),
    form: fc.nat(4),
  })
  .map(({ device, n, supersedes, room, form }): Operation => ({
    // One dot is one operation: what it holds follows from its name.
    v: [1, 2, 3, 1, 1][(form + n) % 5] ?? 1,
    stream: 'audit-1' as StreamId,
    device: device as DeviceId,
    n,
    prev: '',
    kind: (form + n) % 5 === 4 ? 'room-named' : 'room-measured',
    entity: `room:${room}` as EntityId,
    supersedes: supersedes as Dot[],
    author: 'person' as PersonId,
    at: '2026-04-01T09:00:00Z',
    offset: null,
    bodyHash: '',
    dot: `${device}:${n}` as Dot,
    body: (form + n) % 5 === 4 ? { name: '書庫' } : bodies[(form + n) % 5],
  }))
const operations = fc.uniqueArray(operation, { selector: ({ dot }) => dot, maxLength: 14 })

function fold(log: readonly Operation[], kinds: KindTable): StreamState {
  const state = emptyStreamState()
  foldOperations(state, log, kinds)
  return state
}
const [first, second, third] = releases as readonly [KindTable, KindTable, KindTable]
const valuesOf = (state: StreamState) =>
  [...state.entities.values()].flatMap(({ registers }) =>
    [...registers.values()].flat().map(({ v, body }) => [v, body]),
  )
const measured = (v: number, body: unknown): Operation => ({
  ...(fc.sample(operation, { numRuns: 1, seed: 1 })[0] as Operation),
  kind: 'room-measured',
  supersedes: [],
  v,
  body,
})

describe('bodies of several versions', () => {
  test.each([
    [1, { size: '12' }, { metres: 12, on: null }],
    [2, { metres: 13 }, { metres: 13, on: null }],
    [3, { metres: 14, on: '2026-04-01' }, { metres: 14, on: '2026-04-01' }],
  ])('[M13] version %i is led up to the newest when it is read', (v, body, read) => {
    const state = fold([measured(v, body)], third)
    expect(valuesOf(state)).toEqual([[v, read]])
    const [entity] = state.entities.values()
    expect(entity?.registers.get('size')?.[0]?.recorded).toEqual(body)
  })

  test.each([
    ['a newer version', 3, { metres: 14, on: null }, second],
    ['a body that no upcaster can read', 1, { width: 12 }, third],
    ['a body that was erased', 1, undefined, third],
  ])('[M9] %s is kept whole and changes nothing', (_, v, body, kinds) => {
    const state = fold([measured(v, body)], kinds)
    expect(state.entities.size).toBe(0)
    expect([...state.opaque.values()]).toMatchObject([{ v, body }])
  })

  test.each([
    ['first', 'second', first, second],
    ['first', 'third', first, third],
    ['second', 'third', second, third],
    ['third', 'third', third, third],
  ])(
    '[M13] [M17] packed by the %s release, unpacked by the %s, they fold as if it had folded everything',
    (_a, _b, older, newer) => {
      fc.assert(
        fc.property(operations, fc.nat(14), (log, cut) => {
          const packed: unknown = JSON.parse(JSON.stringify(packState(fold(log.slice(0, cut), older))))
          const state = unpackState(packed, { kinds: newer, isOfThisRelease: false })
          if (state === undefined) throw new Error('does not unpack')
          foldOperations(state, log.slice(cut), newer)
          expect(stateSnapshot(state)).toEqual(stateSnapshot(fold(log, newer)))
        }),
        { numRuns: 300 },
      )
    },
  )

  test('[M17] an older release does not unpack what holds a newer version', () => {
    const packed: unknown = JSON.parse(JSON.stringify(packState(fold([measured(3, bodies[2])], third))))
    expect(unpackState(packed, { kinds: second, isOfThisRelease: false })).toBeUndefined()
  })
})
