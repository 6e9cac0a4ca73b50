import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openIdentity } from '../../../src/app/openIdentity.ts'
import { sha256 } from '../../../src/device/sha256.ts'
import type { DeviceId } from '../../../src/domain/oplog/Dot.ts'
import { deviceIdOf } from '../../../src/domain/oplog/deviceIdOf.ts'
import { verifyText } from '../../../src/device/deviceKey.ts'
import { claimIdentity } from '../../../src/localdb/Identity.ts'
import { listUnsent } from '../../../src/localdb/listUnsent.ts'
import { readRun } from '../../../src/localdb/readRun.ts'
import { recordOperations } from '../../../src/localdb/recordOperations.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'
import { anIdentity } from '../../support/localdb/anIdentity.ts'
import { aContext, aNote, anEntry, stream } from '../../support/localdb/someOperations.ts'

beforeEach(() => {
  const texts = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => texts.set(name, text),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('[M12] the first start makes a key and the id from it, and the next start finds both', async () => {
  const browser = aBrowser()
  const first = await openIdentity(await browser.tab())
  expect(first.device).toBe(deviceIdOf(first.signer.deviceKey.publicKey, sha256))
  const next = await openIdentity(await browser.tab())
  expect(next.signer.deviceKey).toEqual(first.signer.deviceKey)
  const signature = await next.signer.sign('監査')
  expect(await verifyText(first.signer.deviceKey, signature, '監査')).toBe(true)
})

test('two tabs at the first start are the same device', async () => {
  const browser = aBrowser()
  const [a, b] = await Promise.all([openIdentity(await browser.tab()), openIdentity(await browser.tab())])
  expect(a.signer.deviceKey).toEqual(b.signer.deviceKey)
})

test.each([
  [
    'an id that is not its key’s',
    async () => ({ ...(await anIdentity()), device: 'made-up-before' as DeviceId }),
    false,
  ],
  ['a key that is gone', anIdentity, true],
])(
  '[M18] a tablet with %s becomes another device, and what it has not sent goes with it',
  async (_, make, losesKey) => {
    const browser = aBrowser()
    const before = await browser.tab()
    const old = await make()
    await claimIdentity(before, old)
    await recordOperations(before, { ...anEntry(aNote('一')), context: aContext(old.device) })
    if (losesKey) await before.dexie.vault.delete('device-key')
    const db = await browser.tab()
    const { device, signer, lostDevice } = await openIdentity(db)
    expect([device, lostDevice]).toEqual([deviceIdOf(signer.deviceKey.publicKey, sha256), undefined])
    expect(device).not.toBe(old.device)
    expect(await listUnsent(db)).toEqual([{ stream, from: 1, to: 1 }])
    const [own] = (await readRun(db, { stream, from: 1, to: 1 })).operations
    expect(own?.encoded.header).toContain(`"device":"${device}"`)
  },
)

test('a database that was thrown away is noticed, and the tablet begins as another device', async () => {
  const first = await openIdentity(await aBrowser().tab())
  const next = await openIdentity(await aBrowser().tab())
  expect(next.lostDevice).toBe(first.device)
  expect(next.device).not.toBe(first.device)
})
