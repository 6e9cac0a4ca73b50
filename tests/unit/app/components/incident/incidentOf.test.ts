import { expect, test } from 'vitest'
import { incidentOf, isMissingPart, waysOf } from '../../../../../src/app/components/incident/incidentOf.ts'
import { incidentKinds, type IncidentKind } from '../../../../../src/app/components/incident/IncidentText.ts'
import { localDatabaseCodes } from '../../../../../src/localdb/LocalDatabaseError.ts'

const cause = (name: string, message = '') => ({ name, message })
const trouble = (code: string | undefined, ...causes: ReturnType<typeof cause>[]) => ({
  code,
  causes,
  isDiskFull: false,
})

test.each<[string, ReturnType<typeof trouble>, IncidentKind]>([
  [
    'Chromium on a full disk',
    trouble('quota-exceeded', cause('QuotaExceededError', 'Encountered full disk while opening backing store')),
    'disk-full',
  ],
  [
    'Chromium that closed the connection for want of room',
    trouble('database-lost', cause('UnknownError', 'IO error: 000003.log: FILE_ERROR_NO_SPACE')),
    'disk-full',
  ],
  ['a used-up allowance', trouble('quota-exceeded', cause('QuotaExceededError')), 'quota-exceeded'],
  ['storage forbidden by the settings', trouble('not-saved', cause('SecurityError', 'insecure')), 'refused'],
  ['a browser without IndexedDB', trouble('not-saved', cause('MissingAPIError')), 'refused'],
  [
    'a private window of Firefox',
    trouble('database-lost', cause('InvalidStateError', 'A mutation operation … did not allow mutations.')),
    'refused',
  ],
  ['an old tab in the way', trouble('blocked'), 'blocked'],
  ['a newer release’s database', trouble('newer-database'), 'newer-database'],
  ['a connection that died', trouble('database-lost', cause('UnknownError', 'Connection lost')), 'connection-lost'],
  [
    'a script that did not come',
    trouble(undefined, cause('TypeError', 'Failed to fetch dynamically imported module: http://…')),
    'unfinished',
  ],
])('%s is told as what it is', (_, given, kind) => {
  expect(incidentOf(given)).toBe(kind)
})

test('a disk that takes no more bytes is the reason, whatever the database says', () => {
  expect(incidentOf({ code: 'database-lost', causes: [], isDiskFull: true })).toBe('disk-full')
})

test('a bug stays a bug', () => {
  expect(incidentOf(trouble(undefined, cause('TypeError', 'x is undefined')))).toBeUndefined()
})

test('every code of the database leads to an incident', () => {
  // A tab that was given another identity loads anew by itself, and cannot meet that at its start.
  const atStart = localDatabaseCodes.filter((code) => code !== 'identity-changed')
  expect(atStart.filter((code) => incidentOf(trouble(code)) === undefined)).toEqual([])
})

test('every incident has something to do, and starting empty is never the main way', () => {
  for (const kind of incidentKinds) {
    expect(waysOf(kind).length).toBeGreaterThan(0)
    expect(waysOf(kind)[0]).not.toBe('begin-anew')
  }
})

test('each browser’s words for a script that did not come are known', () => {
  expect(isMissingPart(cause('TypeError', 'Failed to fetch dynamically imported module: /assets/a.js'))).toBe(true)
  expect(isMissingPart(cause('TypeError', 'error loading dynamically imported module: /assets/a.js'))).toBe(true)
  expect(isMissingPart(cause('TypeError', 'Importing a module script failed.'))).toBe(true)
  expect(isMissingPart(cause('Error', 'Unable to preload CSS for /assets/a.css'))).toBe(true)
  expect(isMissingPart(cause('TypeError', 'undefined is not a function'))).toBe(false)
})
