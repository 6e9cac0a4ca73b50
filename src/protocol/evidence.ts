// Evidence on the wire, known by the SHA-256 of its bytes: one PUT for small files, tus for larger ones, and a signed receipt for both.
//   PUT  /evidence/:sha256?nonce=…          the bytes; answers a receipt
//   HEAD /evidence/:sha256                  whether it is there: spares sending it, proves nothing
//   GET  /evidence/:sha256                  the bytes
//   GET  /evidence/:sha256/receipt?nonce=…  a receipt of what is stored; ends a tus upload whose last answer was lost
//   POST /evidence/tus                      tus: `Upload-Metadata: sha256 …`
import { signature } from './signature.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'

/** 32 bytes as base64url. */
export const evidenceName = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** What may be evidence, judged by the bytes and never by a name or header [P21]. Only pictures and PDF are ever shown in place. */
export const evidenceTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'application/pdf',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const

export type EvidenceType = (typeof evidenceTypes)[number]

export const evidenceRequest = z.strictObject({ sha256: evidenceName })

/** Of a PUT and of a question for a receipt. */
export const evidenceReceiptRequest = z.strictObject({ sha256: evidenceName, nonce: wireId })

/** The server has read the whole file back from its storage and found its hash right [P22]. */
export const evidenceReceiptAnswer = z.object({
  proto: z.int(),
  nonce: wireId,
  /** A receipt counts in its epoch only. */
  epoch: wireId,
  sha256: evidenceName,
  /** Bytes. */
  size: z.int().min(0),
  /** The server's clock when it had read the file back, an ISO instant. */
  storedAt: z.string(),
  /** Id of the server's key [P23]. */
  key: wireId,
  /** Over `receiptText`. */
  signature,
})

export type EvidenceReceiptRequest = z.infer<typeof evidenceReceiptRequest>
export type EvidenceReceipt = z.infer<typeof evidenceReceiptAnswer>

/** What the server signs, as UTF-8. */
export function receiptText(receipt: Omit<EvidenceReceipt, 'proto' | 'signature'>): string {
  const { nonce, epoch, sha256, size, storedAt, key } = receipt
  return ['genba-evidence-receipt', '1', key, epoch, nonce, sha256, String(size), storedAt].join('\n')
}
