import { describe, expect, test } from 'vitest'
import { emptyChain, encodeOperations } from '../../../../src/domain/oplog/encodeOperation.ts'
import type { DeviceId, EntityId, PersonId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import { parseHeader, verifyOperation } from '../../../../src/domain/oplog/parseOperation.ts'
import { must } from '../../../../src/domain/must.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'

const draft = (text: string) => ({
  kind: 'answer-noted',
  entity: 'answer:antivirus/A02' as EntityId,
  supersedes: [],
  body: { text },
})
const context = {
  stream: 'audit-1' as StreamId,
  device: 'tanaka' as DeviceId,
  author: 'person-1' as PersonId,
  at: '2023-10-24T05:32:00.000Z',
  offset: -1200,
  salt: () => 'c2FsdHNhbHRzYWx0c2FsdA',
  sha256: sha256ForTests,
}
const run = encodeOperations([draft('一'), draft('二')], emptyChain, context)
const first = must(run.operations[0], 'first operation')
const second = must(run.operations[1], 'second operation')

describe('encoding', () => {
  test('[M1] [M2] operations are numbered from 1 and chained by the hash of the header before', () => {
    const headers = run.operations.map(({ header }) => parseHeader(header))
    expect(headers.map((parsed) => parsed.ok && [parsed.value.n, parsed.value.prev])).toEqual([
      [1, ''],
      [2, sha256ForTests(first.header)],
    ])
    expect(run.head).toEqual({ n: 2, hash: sha256ForTests(second.header) })
  })

  test('[M2] a later call goes on where the chain stands', () => {
    const next = encodeOperations([draft('三')], run.head, context)
    const parsed = parseHeader(must(next.operations[0], 'third operation').header)
    expect(parsed.ok && [parsed.value.n, parsed.value.prev]).toEqual([3, run.head.hash])
  })
})

describe('parsing what comes from outside', () => {
  test('[M3] an operation with its own body passes', () => {
    const parsed = verifyOperation(first, sha256ForTests)
    expect(parsed.ok && [parsed.value.dot, parsed.value.body]).toEqual(['tanaka:1', { text: '一' }])
  })

  test('[M3] another body, or another salt, is refused', () => {
    expect(verifyOperation({ ...first, body: '{"text":"十"}' }, sha256ForTests)).toEqual({
      ok: false,
      error: 'body-mismatch',
    })
    expect(verifyOperation({ ...first, salt: 'other' }, sha256ForTests)).toEqual({ ok: false, error: 'body-mismatch' })
  })

  test.each([
    ['no JSON', () => 'not json'],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['n of 0', (header: string) => header.replace('"n":1', '"n":0')],
    [
      'a first operation with a predecessor',
      (header: string) => header.replace('"prev":""', `"prev":"${sha256ForTests('x')}"`),
    ],
    ['a later operation without one', (header: string) => header.replace('"n":1', '"n":2')],
    ['a device id with a colon', (header: string) => header.replace('"tanaka"', '"ta:naka"')],
    ['a superseded dot that is none', (header: string) => header.replace('"supersedes":[]', '"supersedes":["x"]')],
    ['no author', (header: string) => header.replace('"author":"person-1",', '')],
    ['a clock that is none', (header: string) => header.replace('2023-10-24T05:32:00.000Z', 'yesterday')],
    [
      'a prototype for a stream',
      (header: string) => header.replace('"stream":"audit-1"', '"__proto__":{"stream":"audit-1"}'),
    ],
  ])('%s is refused as malformed', (_, spoil) => {
    expect(parseHeader(spoil(first.header))).toEqual({ ok: false, error: 'malformed-operation' })
  })
})
