// The key this tablet signs with. It is made non-extractable and never leaves the browser; only signatures and the public half do.
import { fromBase64url } from './fromBase64url.ts'
import { toBase64url } from './toBase64url.ts'

/** As the wire names it: the algorithm and the public key (SubjectPublicKeyInfo, base64url). */
export interface PublicDeviceKey {
  readonly algorithm: 'Ed25519' | 'ES256'
  readonly publicKey: string
}

/** `privateKey` is kept in the vault as it is; `publicKey` beside it as JSON. */
export interface CreatedDeviceKey {
  readonly privateKey: CryptoKey
  readonly publicKey: PublicDeviceKey
}

const ed25519 = { name: 'Ed25519' }
/** For browsers without Ed25519 (Chromium before 137, iPadOS before 17). */
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }

/** Needs a secure context: https, or localhost. */
export async function createDeviceKey(): Promise<CreatedDeviceKey> {
  const { algorithm, pair } = await createPair()
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey)
  return { privateKey: pair.privateKey, publicKey: { algorithm, publicKey: toBase64url(new Uint8Array(spki)) } }
}

async function createPair(): Promise<{ algorithm: PublicDeviceKey['algorithm']; pair: CryptoKeyPair }> {
  try {
    const pair = await crypto.subtle.generateKey(ed25519, false, ['sign', 'verify'])
    if ('privateKey' in pair) return { algorithm: 'Ed25519', pair }
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotSupportedError') throw error
  }
  return { algorithm: 'ES256', pair: await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']) }
}

const encoder = new TextEncoder()

/** Signature over the UTF-8 bytes of a text, as base64url: 64 bytes with either algorithm. */
export async function signText(privateKey: CryptoKey, text: string): Promise<string> {
  const algorithm = privateKey.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : ed25519
  return toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, encoder.encode(text))))
}

/** Whether the signature is the key's over the text; undefined where this browser does not know the key's algorithm. */
export async function verifyText(
  { algorithm, publicKey }: PublicDeviceKey,
  signature: string,
  text: string,
): Promise<boolean | undefined> {
  const isEcdsa = algorithm === 'ES256'
  const how = isEcdsa ? { name: 'ECDSA', hash: 'SHA-256' } : ed25519
  try {
    const spki = fromBase64url(publicKey)
    const key = await crypto.subtle.importKey('spki', spki, isEcdsa ? ecdsa : ed25519, false, ['verify'])
    return await crypto.subtle.verify(how, key, fromBase64url(signature), encoder.encode(text))
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? undefined : false
  }
}
