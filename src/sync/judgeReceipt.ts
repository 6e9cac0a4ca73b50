// Whether an answer proves that the server has a file. Anything else proves nothing: a lying proxy, an old epoch, another file's receipt.
import { judge, type ExchangeTrouble } from './exchange.ts'
import type { Verify } from './EvidencePorts.ts'
import type { KnownServer } from './KnownServer.ts'
import type { TransportAnswer } from './SyncPorts.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import type { EvidenceProof } from '../localdb/EvidenceProof.ts'
import { evidenceReceiptAnswer, receiptText } from '../protocol/evidence.ts'

export interface ExpectedReceipt {
  readonly sha256: string
  readonly size: number
  readonly nonce: string
}

/** [P22] [P23]. `not-our-server` for a receipt that does not hold. */
export async function judgeReceipt(
  ports: { readonly verify: Verify },
  server: KnownServer,
  { answer, expected }: { readonly answer: TransportAnswer; readonly expected: ExpectedReceipt },
): Promise<Result<EvidenceProof, ExchangeTrouble>> {
  const judged = judge(answer, expected.nonce, evidenceReceiptAnswer)
  if (!judged.ok) return judged
  const receipt = judged.value
  const { epoch, sha256, size, storedAt, key, nonce, signature } = receipt
  const isOfThis = sha256 === expected.sha256 && size === expected.size && Number.isFinite(Date.parse(storedAt))
  if (!isOfThis || server.key === undefined) return lie
  // Restored a moment ago: the next contact tells of the new epoch, and everything is offered once more.
  if (epoch !== server.epoch) return err({ code: 'server-trouble', retryAfterMs: null })
  if (key !== server.key.id) return lie
  const { algorithm, publicKey } = server.key
  const isSigned = await ports.verify({ algorithm, publicKey }, signature, receiptText(receipt))
  if (isSigned === false) return lie
  const by = isSigned === true ? 'receipt' : 'unverified'
  return ok({ by, epoch, storedAt, size, key, nonce, signature })
}

const lie = err({ code: 'not-our-server', retryAfterMs: null } as const)
