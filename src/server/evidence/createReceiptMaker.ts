// Signs that a file is stored, after reading all of it back [P22]. Never signs what it has not just hashed.
import { createPrivateKey, sign } from 'node:crypto'
import { deviceIdOf } from '../../domain/oplog/deviceIdOf.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { receiptText, type EvidenceReceipt, type EvidenceReceiptRequest } from '../../protocol/evidence.ts'
import { protocolVersion } from '../../protocol/protocolVersion.ts'
import type { StoredServerKey } from '../store/serverKeys.ts'
import type { EvidenceStore } from './EvidenceStore.ts'
import { hashBytes } from './hashFile.ts'

/** Undefined where the file is not there, or is not what its name says: the tablet then sends it again. */
export type ReceiptMaker = (request: EvidenceReceiptRequest) => Promise<EvidenceReceipt | undefined>

export interface Receipts {
  readonly store: EvidenceStore
  readonly key: StoredServerKey
  readonly epoch: string
  /** The server's clock. */
  readonly now: () => Date
  readonly sha256: Sha256
}

export function createReceiptMaker({ store, key, epoch, now, sha256: sha256Of }: Receipts): ReceiptMaker {
  const privateKey = createPrivateKey({ key: Buffer.from(key.privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  const keyId = deviceIdOf(key.publicKey, sha256Of)
  return async ({ sha256, nonce }) => {
    const stored = await store.read(sha256)
    if (stored === undefined || (await hashBytes(stored.bytes)) !== sha256) return undefined
    const receipt = { nonce, epoch, sha256, size: stored.size, storedAt: now().toISOString(), key: keyId }
    const signature = sign(null, Buffer.from(receiptText(receipt), 'utf8'), privateKey).toString('base64url')
    return { proto: protocolVersion, ...receipt, signature }
  }
}
