import { expect, test } from 'vitest'
import {
  checkReadiness,
  readinessChecks,
  verdictOf,
  visitBytes,
} from '../../../../../src/app/components/readiness/checkReadiness.ts'
import type { ReadinessFacts } from '../../../../../src/app/components/readiness/ReadinessFacts.ts'
import { enMessages } from '../../../../../src/app/i18n/enMessages.ts'
import { jaMessages } from '../../../../../src/app/i18n/jaMessages.ts'

const at = '2024-03-07T05:32:00.000Z'

const ready: ReadinessFacts = {
  app: { state: 'kept', files: 120 },
  templates: { wanted: 3, known: 3 },
  registers: [{ roster: 'media', count: 5 }],
  previous: { hasUnit: true, audits: 1, findings: 2 },
  isRefetching: false,
  line: 'online',
  lastSyncedAt: at,
  isFresh: true,
  unsent: { entries: 0, photos: 0, refused: 0 },
  camera: 'granted',
  freeBytes: visitBytes,
  isPersisted: true,
  update: 'newest',
  clockOffset: 1_000,
  battery: { level: 0.9, isCharging: false },
}

function outcome(change: Partial<ReadinessFacts>): string[] {
  return checkReadiness({ ...ready, ...change })
    .filter(({ state }) => state !== 'ok')
    .map(({ id, state, code }) => `${id} ${state} ${code}`)
}

test('a tablet on which everything is there is ready to leave', () => {
  const checks = checkReadiness(ready)
  expect(checks.map(({ id }) => id)).toEqual(readinessChecks)
  expect(verdictOf(checks)).toEqual({ state: 'ready' })
})

const cases: readonly (readonly [title: string, change: Partial<ReadinessFacts>, expected: readonly string[]])[] = [
  ['a file of the app is missing', { app: { state: 'incomplete', missing: 2 } }, ['app attention incomplete']],
  ['the app is not kept yet', { app: { state: 'preparing' } }, ['app attention preparing']],
  ['the browser cannot keep it', { app: { state: 'unsupported' } }, ['app attention unsupported']],
  ['the worker does not answer', { app: { state: 'silent' } }, ['app unknown silent']],
  ['a checklist is unknown here', { templates: { wanted: 3, known: 2 } }, ['templates attention missing']],
  ['a register is empty', { registers: [{ roster: 'machines', count: 0 }] }, ['registers attention empty']],
  ['no unit is given', { previous: { hasUnit: false, audits: 0, findings: 0 } }, ['previous attention no-unit']],
  ['the audit is being fetched anew', { isRefetching: true }, ['fetched attention refetching']],
  ['the server was never met', { lastSyncedAt: null, isFresh: false }, ['fetched attention never']],
  ['pages are arriving', { line: 'receiving' }, ['fetched attention receiving']],
  ['nobody asked the server for long', { isFresh: false }, ['fetched unknown old']],
  ['entries are unsent', { unsent: { entries: 1, photos: 2, refused: 0 } }, ['unsent attention waiting']],
  ['something was refused', { unsent: { entries: 1, photos: 0, refused: 1 } }, ['unsent attention refused']],
  ['the camera was never allowed', { camera: 'prompt' }, ['camera attention prompt']],
  ['the camera is refused', { camera: 'refused' }, ['camera attention refused']],
  ['the browser does not tell of the camera', { camera: 'unknown' }, ['camera unknown unknown']],
  ['room is short', { freeBytes: visitBytes - 1 }, ['space attention short']],
  ['room is not known', { freeBytes: null }, ['space unknown unknown']],
  ['the browser may clear what is stored', { isPersisted: false }, ['persistence attention missing']],
  ['a newer version waits', { update: 'waiting' }, ['version attention waiting']],
  ['the server takes no entries of this version', { update: 'needed' }, ['version attention needed']],
  ['nobody could be asked for a newer version', { update: 'not-asked' }, ['version unknown not-asked']],
  ['the clock is an hour slow', { clockOffset: 3_600_000 }, ['clock attention behind']],
  ['the clock was never compared', { clockOffset: null }, ['clock unknown unknown']],
  ['the battery is low', { battery: { level: 0.3, isCharging: false } }, ['battery attention low']],
]

for (const [title, change, expected] of cases) {
  test(`where ${title}, that alone is told`, () => {
    expect(outcome(change)).toEqual(expected)
  })
}

test('without a network, what only the server knows is open and nothing else changes', () => {
  const offline: Partial<ReadinessFacts> = { line: 'offline', update: 'not-asked' }
  expect(outcome(offline)).toEqual(['fetched unknown offline', 'version unknown not-asked'])
  expect(verdictOf(checkReadiness({ ...ready, ...offline }))).toEqual({ state: 'unknown', count: 2 })
})

test('that there is no earlier audit is said only once everything was fetched', () => {
  const none = { hasUnit: true, audits: 0, findings: 0 }
  expect(outcome({ previous: none })).toEqual([])
  expect(outcome({ previous: none, line: 'offline' })).toEqual([
    'previous unknown not-fetched',
    'fetched unknown offline',
  ])
})

test('a battery on its charger is never low, and one that nobody knows of is not shown', () => {
  expect(outcome({ battery: { level: 0.1, isCharging: true } })).toEqual([])
  expect(checkReadiness({ ...ready, battery: null }).map(({ id }) => id)).not.toContain('battery')
})

test('one thing to do outweighs what is not known', () => {
  expect(verdictOf(checkReadiness({ ...ready, freeBytes: null, isPersisted: false }))).toEqual({
    state: 'attention',
    count: 1,
  })
})

test('every outcome has its sentence in both languages', () => {
  const all = [{}, ...cases.map(([, change]) => change)].flatMap((change) => checkReadiness({ ...ready, ...change }))
  for (const messages of [jaMessages, enMessages]) {
    const readiness = messages['readiness'] as unknown as Record<string, Record<string, unknown>>
    expect(all.filter(({ id, code }) => readiness[id]?.[code] === undefined)).toEqual([])
  }
})
