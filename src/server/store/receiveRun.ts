// A run of which the signature over its last header was verified: which of its operations does that signature cover?
import type { EncodedOperation } from '../../domain/oplog/Operation.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import { receiveOperation, type ReceivedOperation, type RunOrigin } from './receiveOperation.ts'

export interface RunOperation extends ReceivedOperation {
  /** Covered by the run's signature: the device itself put it at this place of this chain [P11]. */
  readonly isProven: boolean
}

export interface ReceivedRun {
  readonly device: string
  readonly operations: readonly RunOperation[]
  /** Over the last operation's header text. */
  readonly signature: string
  /** Brought by somebody else than its device [P12]. */
  readonly isRelayed: boolean
  /** It was in the log before [P13]. */
  readonly isAgain: boolean
}

export type GivenRun = RunOrigin &
  Pick<ReceivedRun, 'signature' | 'isRelayed' | 'isAgain'> & { readonly operations: readonly EncodedOperation[] }

export function receiveRun(run: GivenRun, sha256: Sha256): ReceivedRun {
  const { device, signature, isRelayed, isAgain } = run
  const received = run.operations.map((encoded) => receiveOperation(encoded, run, sha256))
  return { device, signature, isRelayed, isAgain, operations: proveBackwards(received) }
}

/** From the signed last one back, as far as each names the one before it by its hash. */
function proveBackwards(operations: readonly ReceivedOperation[]): RunOperation[] {
  const last = operations.at(-1)
  let vouchedFor = last?.claimedN === undefined ? undefined : last.hash
  return operations
    .toReversed()
    .map((operation) => {
      const isProven = operation.hash === vouchedFor
      vouchedFor = isProven ? operation.prev : undefined
      return { ...operation, isProven }
    })
    .reverse()
}
