import { expect, test } from 'vitest'
import { createDeviceKey, signText } from '../../../src/device/deviceKey.ts'
import { checkSentinel } from '../../../src/localdb/checkSentinel.ts'
import { readVault, readVaultKey } from '../../../src/localdb/readVault.ts'
import { writeVault, writeVaultKey } from '../../../src/localdb/writeVault.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'

test('a value is read back as it was written; an unknown name reads as nothing', async () => {
  const db = await aBrowser().tab()
  await writeVault(db, 'person', { id: 'tanaka', name: '田中' })
  expect(await readVault(db, 'person')).toEqual({ id: 'tanaka', name: '田中' })
  expect(await readVault(db, 'nobody')).toBeUndefined()
})

test('a key that cannot be exported survives a restart and still signs', async () => {
  const browser = aBrowser()
  const { privateKey } = await createDeviceKey()
  const before = await browser.tab()
  await writeVaultKey(before, 'device-key', privateKey)
  before.close()
  const key = await readVaultKey(await browser.tab(), 'device-key')
  expect(key?.extractable).toBe(false)
  expect(key && (await signText(key, '一'))).toMatch(/^[A-Za-z0-9_-]{86}$/)
})

test.each([
  [null, null, { state: 'fresh' }],
  [null, 'tablet-a', { state: 'lost', device: 'tablet-a' }],
  ['tablet-a', 'tablet-a', { state: 'intact', device: 'tablet-a' }],
  ['tablet-a', null, { state: 'intact', device: 'tablet-a' }],
] as const)('with %s inside and %s outside the sentinel says %o', async (inside, outside, verdict) => {
  const db = await aBrowser().tab()
  if (inside !== null) await db.dexie.sentinel.put({ name: 'device', device: inside })
  expect(await checkSentinel(db, outside)).toEqual(verdict)
})
