// Talks to a running server about evidence as a tablet does, step by step, so that a test can stop between any two.
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { evidenceReceiptAnswer, receiptText, type EvidenceReceipt } from '../../../src/protocol/evidence.ts'
import { errorAnswer } from '../../../src/protocol/errorAnswer.ts'
import type { ServerKey } from '../../../src/protocol/signature.ts'

export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

export type Answered = EvidenceReceipt | { readonly code: string; readonly status: number }

export interface EvidenceClient {
  readonly put: (bytes: Uint8Array, sha256?: string) => Promise<Answered>
  readonly receipt: (sha256: string) => Promise<Answered>
  readonly get: (sha256: string) => Promise<Response>
  readonly head: (sha256: string) => Promise<Response>
  /** Path of the new upload. */
  readonly create: (bytes: Uint8Array, sha256?: string) => Promise<string>
  readonly createWith: (headers: Record<string, string>) => Promise<Response>
  readonly patch: (path: string, offset: number, piece: Uint8Array) => Promise<Response>
  /** Undefined where the upload is gone. */
  readonly offset: (path: string) => Promise<number | undefined>
}

const tus = { 'tus-resumable': '1.0.0' }

export function evidenceClient(origin: string): EvidenceClient {
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const nonce = randomBytes(9).toString('base64url')
    const answer = await fetch(`${origin}${path}?nonce=${nonce}`, init)
    const body: unknown = await answer.json()
    if (answer.status !== 200) return { code: errorAnswer.parse(body).error.code, status: answer.status }
    const receipt = evidenceReceiptAnswer.parse(body)
    if (receipt.nonce !== nonce) throw new Error('the receipt of another question')
    return receipt
  }
  const createWith = (headers: Record<string, string>) =>
    fetch(`${origin}/evidence/tus`, { method: 'POST', headers: { ...tus, ...headers } })
  return {
    put: (bytes, sha256 = nameOf(bytes)) => ask(`/evidence/${sha256}`, { method: 'PUT', body: Buffer.from(bytes) }),
    receipt: (sha256) => ask(`/evidence/${sha256}/receipt`),
    get: (sha256) => fetch(`${origin}/evidence/${sha256}`),
    head: (sha256) => fetch(`${origin}/evidence/${sha256}`, { method: 'HEAD' }),
    createWith,
    create: async (bytes, sha256 = nameOf(bytes)) => {
      const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`
      const answer = await createWith({ 'upload-length': String(bytes.length), 'upload-metadata': metadata })
      const path = answer.headers.get('location')
      if (answer.status !== 201 || path === null) throw new Error(`no upload: ${String(answer.status)}`)
      return path
    },
    patch: (path, offset, piece) =>
      fetch(origin + path, {
        method: 'PATCH',
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
        body: Buffer.from(piece),
      }),
    offset: async (path) => {
      const answer = await fetch(origin + path, { method: 'HEAD', headers: tus })
      return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined
    },
  }
}

export function isSigned(receipt: EvidenceReceipt, key: ServerKey): boolean {
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey, 'base64url'), format: 'der', type: 'spki' })
  const signature = Buffer.from(receipt.signature, 'base64url')
  return receipt.key === key.id && verify(null, Buffer.from(receiptText(receipt)), publicKey, signature)
}
