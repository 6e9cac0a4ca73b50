// Text and JSON through the sealer. Nothing here may run inside a transaction: sealing awaits things that are not IndexedDB.
import type { LocalDatabase } from './LocalDatabase.ts'
import { packBytes, unpackBytes } from './packBytes.ts'
import { SealBroken } from './Sealer.ts'

const encoder = new TextEncoder()
// Fatal: a replacement character would silently change what somebody wrote. A BOM is text like any other.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export interface SealedText {
  readonly bytes: Uint8Array
  /** UTF-8 bytes before sealing. */
  readonly size: number
}

export async function sealText(db: LocalDatabase, text: string, aad: string): Promise<SealedText> {
  const plain = encoder.encode(text)
  return { bytes: await db.sealer.seal(plain, aad), size: plain.length }
}

/** For long texts that are seldom read: packed before sealing, because sealed bytes do not pack. */
export async function sealPacked(db: LocalDatabase, text: string, aad: string): Promise<SealedText> {
  const plain = encoder.encode(text)
  return { bytes: await db.sealer.seal(await packBytes(plain), aad), size: plain.length }
}

/** Undefined where the bytes are damaged. */
export async function openText(db: LocalDatabase, bytes: Uint8Array, aad: string): Promise<string | undefined> {
  try {
    return decoder.decode(await unpackBytes(await db.sealer.open(bytes, aad)))
  } catch (error) {
    if (error instanceof SealBroken || error instanceof TypeError) return undefined
    throw error
  }
}

export async function sealJson(db: LocalDatabase, value: unknown, aad: string): Promise<SealedText> {
  return sealText(db, JSON.stringify(value), aad)
}

/** Undefined where the bytes are damaged or are not JSON. */
export async function openJson(db: LocalDatabase, bytes: Uint8Array, aad: string): Promise<unknown> {
  const text = await openText(db, bytes, aad)
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
