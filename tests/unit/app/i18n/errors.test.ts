import { expect, test } from 'vitest'
import en from '../../../../src/app/i18n/en/errors.json' with { type: 'json' }
import enSync from '../../../../src/app/i18n/en/sync.json' with { type: 'json' }
import ja from '../../../../src/app/i18n/ja/errors.json' with { type: 'json' }
import jaSync from '../../../../src/app/i18n/ja/sync.json' with { type: 'json' }
import { localDatabaseCodes } from '../../../../src/localdb/LocalDatabaseError.ts'
import { errorCodes } from '../../../../src/protocol/errorAnswer.ts'
import { quarantineCodes } from '../../../../src/protocol/push.ts'
import { localRefusals } from '../../../../src/sync/SyncStatus.ts'
import { syncTroubles } from '../../../../src/sync/SyncTrouble.ts'

const codes = [
  ...localDatabaseCodes,
  ...errorCodes,
  ...quarantineCodes,
  ...localRefusals,
  'fork',
  'text-too-long',
  'signed-off',
]

test.each([
  ['Japanese', ja],
  ['English', en],
] as const)('every error code has a sentence in %s', (_, texts: Readonly<Record<string, string>>) => {
  expect(codes.filter((code) => (texts[code] ?? '') === '')).toEqual([])
})

test.each([
  ['Japanese', jaSync.trouble],
  ['English', enSync.trouble],
] as const)('every reason why sending does not work has a sentence in %s', (_, texts) => {
  expect(Object.keys(texts).sort()).toEqual([...syncTroubles].sort())
})
