// Why this tablet believes that the server has an evidence file.
import { integer, nonEmptyText, oneOf, shape, text, type Parser } from '../domain/parse/Parser.ts'

const kinds = ['receipt', 'download', 'unverified'] as const
export type EvidenceProofKind = (typeof kinds)[number]

export interface EvidenceProof {
  /**
   * `receipt`: the server's signed word, verified [P22]. `download`: the bytes came from the server. `unverified`: its word, by a
   * signature that this browser cannot verify: enough to send no more, and never to free anything.
   */
  readonly by: EvidenceProofKind
  /** It counts for nothing in another one [P23]. */
  readonly epoch: string
  /** The server's clock when it had read the file back, an ISO instant; empty for a download. */
  readonly storedAt: string
  readonly size: number
  /** As they came, for whoever wants to verify it once more; empty for a download. */
  readonly key: string
  readonly nonce: string
  readonly signature: string
}

export const parseEvidenceProof: Parser<EvidenceProof> = shape({
  by: oneOf(kinds),
  epoch: nonEmptyText(),
  storedAt: text(),
  size: integer(0),
  key: text(),
  nonce: text(),
  signature: text(),
})

export function downloadProof(epoch: string, size: number): EvidenceProof {
  return { by: 'download', epoch, size, storedAt: '', key: '', nonce: '', signature: '' }
}
