import { webcrypto } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { createDeviceKey, signText, type CreatedDeviceKey } from '../../../src/device/deviceKey.ts'

afterEach(() => vi.restoreAllMocks())

async function verifies({ privateKey, publicKey }: CreatedDeviceKey, text: string): Promise<boolean> {
  const ed25519 = { name: 'Ed25519' }
  const [form, how] =
    publicKey.algorithm === 'Ed25519'
      ? [ed25519, ed25519]
      : [
          { name: 'ECDSA', namedCurve: 'P-256' },
          { name: 'ECDSA', hash: 'SHA-256' },
        ]
  const spki = Buffer.from(publicKey.publicKey, 'base64url')
  const key = await webcrypto.subtle.importKey('spki', spki, form, true, ['verify'])
  const signature = Buffer.from(await signText(privateKey, text), 'base64url')
  return webcrypto.subtle.verify(how, key, signature, Buffer.from(text, 'utf8'))
}

test('[P8] what the key signs verifies with its public half, and the key cannot be taken out', async () => {
  const created = await createDeviceKey()
  expect(created.publicKey.algorithm).toBe('Ed25519')
  expect(created.privateKey.extractable).toBe(false)
  expect(await verifies(created, '監査')).toBe(true)
})

test('a browser without Ed25519 signs with ECDSA P-256', async () => {
  const generate = crypto.subtle.generateKey.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation((...[form, ...rest]: Parameters<typeof generate>) =>
    typeof form === 'object' && form.name === 'Ed25519'
      ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
      : generate(form, ...rest),
  )
  const created = await createDeviceKey()
  expect(created.publicKey.algorithm).toBe('ES256')
  expect(created.privateKey.extractable).toBe(false)
  expect(await verifies(created, '監査')).toBe(true)
})
