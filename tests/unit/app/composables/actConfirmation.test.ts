import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useWasStale } from '../../../../src/app/composables/actConfirmation.ts'
import type { OpenAudit } from '../../../../src/app/composables/OpenAudit.ts'
import { useSyncStore } from '../../../../src/app/stores/useSyncStore.ts'
import type { Dot } from '../../../../src/domain/oplog/Dot.ts'
import { initialStatus } from '../../../../src/sync/SyncStatus.ts'

beforeEach(() => setActivePinia(createPinia()))

const here = 'here'
// Of an open audit, only what the question needs.
const open = { stream: 'audit-1', isThisDevice: (device: string) => device === here } as unknown as OpenAudit

function refuse(n: number, kind: string, stream = 'audit-1'): void {
  useSyncStore().status = { ...initialStatus, refused: [{ stream, n, code: 'stale-heads', kind, entity: 'audit' }] }
}

const act = (n: number) => ({ device: here, dots: [`${here}:${String(n)}` as Dot], content: { body: { heads: [] } } })
const staleIssue = (acts: readonly ReturnType<typeof act>[] = []) =>
  useWasStale(open, { kinds: ['report-issued'], acts: () => acts, isInForce: () => false })

test('an issue that was refused because others had been faster is told of', () => {
  refuse(7, 'report-issued')
  expect(staleIssue().value).toBe(true)
})

test('a refused sign-off, or another audit, says nothing about the issue', () => {
  refuse(7, 'audit-signed-off')
  expect(staleIssue().value).toBe(false)
  refuse(7, 'report-issued', 'audit-2')
  expect(staleIssue().value).toBe(false)
})

test('a later act of this tablet answers the refused one, an earlier one does not', () => {
  refuse(7, 'report-issued')
  expect(staleIssue([act(9)]).value).toBe(false)
  expect(staleIssue([act(3)]).value).toBe(true)
})
