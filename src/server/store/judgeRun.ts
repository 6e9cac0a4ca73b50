// Gives every operation of a run its verdict [P5] from what the log already holds. Pure: the caller looks up and writes, under the stream's lock.
//
//   place in the chain   header hash            verdict
//   taken, in the log    the same               duplicate
//   taken, quarantined   the same               as then
//   taken                another                quarantined where it is faulty by itself, else fork
//   next                 faulty by itself       quarantined; the chain goes on behind it
//   next                 follows the chain      acked
//   next                 follows a fork         fork
//   next                 follows neither        quarantined (broken-chain); the chain goes on behind it
//   later                follows a fork         fork
//   later                –                      need, from the next place on; not kept
import type { ChainHead } from '../../domain/oplog/encodeOperation.ts'
import { assertNever } from '../../domain/must.ts'
import type { Verdict } from '../../protocol/push.ts'
import type { QuarantineCode } from './QuarantineCode.ts'
import type { ReceivedOperation } from './receiveOperation.ts'

export interface QuarantinedPlace {
  readonly n: number
  readonly hash: string
  readonly code: QuarantineCode
}

/** What is known about the places that a run touches. */
export interface KnownPlaces {
  /** n → header hash of the operation in the log. */
  readonly logged: ReadonlyMap<number, string>
  readonly quarantined: readonly QuarantinedPlace[]
}

/** What becomes of one operation. Only `logged` and `quarantined` are written; `isNext` moves the device's chain. */
export type Outcome =
  | { readonly fate: 'logged'; readonly n: number; readonly isNext: true }
  | { readonly fate: 'quarantined'; readonly n: number; readonly isNext: boolean; readonly code: QuarantineCode }
  | { readonly fate: 'duplicate'; readonly n: number; readonly isNext: false }
  | { readonly fate: 'needed'; readonly n: number; readonly isNext: false; readonly from: number }

/** One outcome per operation, in order. `places` as given by `placeOperations`. */
export function judgeRun(
  operations: readonly ReceivedOperation[],
  places: readonly number[],
  known: KnownPlaces & { readonly chain: ChainHead },
): Outcome[] {
  const logged = new Map(known.logged)
  const quarantined = [...known.quarantined]
  let chain = known.chain
  return operations.map((operation, index) => {
    const outcome = judge(operation, places[index] ?? 0, { chain, logged, quarantined })
    if (outcome.isNext) chain = { n: outcome.n, hash: operation.hash }
    if (outcome.fate === 'logged') logged.set(outcome.n, operation.hash)
    if (outcome.fate === 'quarantined') quarantined.push({ n: outcome.n, hash: operation.hash, code: outcome.code })
    return outcome
  })
}

function judge(operation: ReceivedOperation, n: number, known: KnownPlaces & { readonly chain: ChainHead }): Outcome {
  const { chain } = known
  const next = chain.n + 1
  const { problem } = operation
  if (n < next) return judgeTaken(operation, n, known)
  const isFork = problem === undefined && followsFork(operation, n, known.quarantined)
  if (isFork) return { fate: 'quarantined', n, isNext: false, code: 'fork' }
  if (n > next) return { fate: 'needed', n, isNext: false, from: next }
  if (problem !== undefined) return { fate: 'quarantined', n, isNext: true, code: problem }
  if (operation.prev === chain.hash) return { fate: 'logged', n, isNext: true }
  return { fate: 'quarantined', n, isNext: true, code: 'broken-chain' }
}

function judgeTaken(operation: ReceivedOperation, n: number, known: KnownPlaces): Outcome {
  if (known.logged.get(n) === operation.hash) return { fate: 'duplicate', n, isNext: false }
  const earlier = known.quarantined.find((place) => place.n === n && place.hash === operation.hash)
  return { fate: 'quarantined', n, isNext: false, code: earlier?.code ?? operation.problem ?? 'fork' }
}

function followsFork(operation: ReceivedOperation, n: number, quarantined: readonly QuarantinedPlace[]): boolean {
  return quarantined.some((place) => place.code === 'fork' && place.n === n - 1 && place.hash === operation.prev)
}

/** Whether the run simply continues the chain, which is what nearly every run does: then nothing needs to be looked up. */
export function continuesChain(operations: readonly ReceivedOperation[], chain: ChainHead): boolean {
  let { n, hash } = chain
  return operations.every((operation) => {
    const isNext = operation.problem === undefined && operation.claimedN === n + 1 && operation.prev === hash
    n += 1
    hash = operation.hash
    return isNext
  })
}

/**
 * The place of every operation. One whose header tells nothing stands behind its neighbour; where no neighbour tells
 * either, it stands where it was put before (`seenAt`), else next in the chain.
 */
export function placeOperations(
  operations: readonly ReceivedOperation[],
  chain: ChainHead,
  seenAt: number | undefined,
): number[] {
  const known = operations.findIndex((operation) => operation.claimedN !== undefined)
  const anchor = operations[known]?.claimedN
  const start = anchor === undefined ? (seenAt ?? chain.n + 1) : Math.max(anchor - known, 0)
  let place = start - 1
  return operations.map((operation) => {
    place = operation.claimedN ?? place + 1
    return place
  })
}

export function toVerdict(outcome: Outcome): Verdict {
  const { n } = outcome
  switch (outcome.fate) {
    case 'logged':
      return { verdict: 'acked', n }
    case 'duplicate':
      return { verdict: 'duplicate', n }
    case 'needed':
      return { verdict: 'need', n, from: outcome.from }
    case 'quarantined':
      return outcome.code === 'fork' ? { verdict: 'fork', n } : { verdict: 'quarantined', n, code: outcome.code }
    default:
      return assertNever(outcome)
  }
}
