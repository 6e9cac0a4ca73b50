import { expect, test } from 'vitest'
import { emptyChain, encodeOperations } from '../../../../src/domain/oplog/encodeOperation.ts'
import type { DeviceId, Dot, EntityId, PersonId, StreamId } from '../../../../src/domain/oplog/Dot.ts'
import type { OperationDraft } from '../../../../src/domain/oplog/Operation.ts'
import { verifyOperation } from '../../../../src/domain/oplog/parseOperation.ts'
import { reissueOperations } from '../../../../src/domain/oplog/reissueOperations.ts'
import { must } from '../../../../src/domain/must.ts'
import { sha256ForTests as sha256 } from '../../../support/sha256ForTests.ts'

const [old, next] = ['old' as DeviceId, 'next' as DeviceId]

function aNote(text: string, supersedes: readonly string[] = []): OperationDraft {
  return {
    kind: 'answer-noted',
    entity: 'answer:a/1' as EntityId,
    supersedes: supersedes as readonly Dot[],
    body: { text },
  }
}

/** Written by `old` after its third operation. */
function written(...drafts: readonly OperationDraft[]) {
  return encodeOperations(
    drafts,
    { n: 3, hash: 'h'.repeat(43) },
    {
      stream: 'audit-1' as StreamId,
      device: old,
      author: 'tanaka' as PersonId,
      at: '2026-04-01T09:00:00.000Z',
      offset: 12,
      salt: () => 'salt',
      sha256,
    },
  ).operations
}

function read(operations: Parameters<typeof reissueOperations>[0]) {
  return operations.map((encoded) => {
    const parsed = verifyOperation(encoded, sha256)
    return must(parsed.ok ? parsed.value : undefined, 'an operation whose body fits its header')
  })
}

test('[M1] [M2] the new run is a chain of its own from the new head on', () => {
  const run = reissueOperations(written(aNote('一'), aNote('二')), { device: next, head: emptyChain, sha256 })
  const [first, second] = read(run.operations)
  expect([first?.dot, second?.dot]).toEqual(['next:1', 'next:2'])
  expect([first?.prev, second?.prev]).toEqual(['', sha256(must(run.operations[0], 'one').header)])
  expect(run.head).toEqual({ n: 2, hash: sha256(must(run.operations[1], 'two').header) })
})

test('[M18] author, instants, salt and text stay', () => {
  const before = written(aNote('一'))
  const after = reissueOperations(before, { device: next, head: emptyChain, sha256 })
  const [was, is] = [read(before)[0], read(after.operations)[0]]
  expect(is).toEqual({ ...was, device: 'next', n: 1, dot: 'next:1', prev: '' })
  expect(after.operations[0]).toMatchObject({ body: before[0]?.body, salt: before[0]?.salt })
})

test('[M18] references among the operations lead to the new dots, all others stay', () => {
  const placed = {
    ...aNote(''),
    kind: 'late-entry-placed',
    entity: 'late:old.4' as EntityId,
    body: { placement: 'taken', reason: 'r' },
  }
  const run = reissueOperations(written(aNote('一'), aNote('二', ['old:4', 'old:3', 'other:9']), placed), {
    device: next,
    head: emptyChain,
    sha256,
  })
  expect(read(run.operations)[1]?.supersedes).toEqual(['next:1', 'old:3', 'other:9'])
  expect(read(run.operations)[2]?.entity).toBe('late:next.1')
  expect([...run.renamed]).toEqual([
    ['old:4', 'next:1'],
    ['old:5', 'next:2'],
    ['old:6', 'next:3'],
  ])
})

test('what the log holds too is superseded by its new form', () => {
  const run = reissueOperations(written(aNote('一'), aNote('二')), {
    device: next,
    head: emptyChain,
    sha256,
    shared: new Set([4]),
  })
  expect(read(run.operations).map(({ supersedes }) => supersedes)).toEqual([['old:4'], []])
})

test('[M18] an act that cites heads no longer claims to have seen what another device wrote under the old id', () => {
  const signed = {
    kind: 'audit-signed-off',
    entity: 'audit' as EntityId,
    supersedes: [],
    body: {
      heads: [
        { device: 'other', n: 7 },
        { device: 'old', n: 4 },
      ],
      words: 'w',
    },
  }
  const run = reissueOperations(written(aNote('一'), signed), { device: next, head: emptyChain, sha256 })
  expect(read(run.operations)[1]?.body).toEqual({
    heads: [
      { device: 'other', n: 7 },
      { device: 'old', n: 3 },
    ],
    words: 'w',
  })
})
