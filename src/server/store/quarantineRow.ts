// An operation as it is kept outside the log: verbatim, with its code.
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { QuarantineCode } from './QuarantineCode.ts'
import type { ReceivedRun } from './receiveRun.ts'
import type { StreamAddress } from './StreamAddress.ts'
import type { QuarantineRow } from './StoreTables.ts'

export interface Refusal {
  readonly run: ReceivedRun
  /** Which of the run's operations. */
  readonly index: number
  readonly n: number
  readonly code: QuarantineCode
}

export interface Receipt {
  readonly address: StreamAddress
  /** The server's clock as an ISO instant. */
  readonly receivedAt: string
  readonly sha256: Sha256
}

/** Undefined where the run has no such operation. */
export function quarantineRow(
  { run, index, n, code }: Refusal,
  { address, receivedAt, sha256 }: Receipt,
): QuarantineRow | undefined {
  const operation = run.operations[index]
  if (operation === undefined) return undefined
  const { header: h, body: b, salt: s } = operation.encoded
  // Its escapes keep even characters that no text column takes.
  const text = JSON.stringify({ h, b, s })
  return {
    organisation: address.organisation,
    stream: address.stream,
    device: run.device,
    n,
    hash: operation.hash,
    digest: sha256(text),
    code,
    operation: text,
    signature: index === run.operations.length - 1 ? run.signature : '',
    received_at: receivedAt,
  }
}
