// Gives every operation of a run its verdict [P5] from what the log already holds. Pure: the caller looks up and writes, under the stream's lock.
//
//   the signature does not cover it [P11]      quarantined; the chain stays
//   in the log with the same header hash       duplicate
//   place taken, quarantined with the same     as then
//   place taken by another                     quarantined where it is faulty by itself, else fork
//   does not follow what stands before it,
//     or what follows it does not              fork
//   next     faulty by itself                  quarantined; the chain goes on behind it [P11], but see [P12]
//   next     an act that is stale [P14]        quarantined; the chain goes on behind it
//   next     sound                             acked
//   later    handed over again [P13]           acked, or quarantined where it is faulty; the chain stays
//   later    –                                 need, from the next place on; not kept
import type { ChainHead } from '../../domain/oplog/encodeOperation.ts'
import { assertNever } from '../../domain/must.ts'
import type { Verdict } from '../../protocol/push.ts'
import type { QuarantineCode } from './QuarantineCode.ts'
import type { CitingAct } from './receiveOperation.ts'
import type { ReceivedRun, RunOperation } from './receiveRun.ts'

export interface LoggedPlace {
  /** Of the header text. */
  readonly hash: string
  /** Of the operation before it. */
  readonly prev: string
}

export interface QuarantinedPlace {
  readonly n: number
  readonly hash: string
  readonly code: QuarantineCode
}

/** What is known about the places that a run touches, those before and those behind them. */
export interface KnownPlaces {
  readonly logged: ReadonlyMap<number, LoggedPlace>
  readonly quarantined: readonly QuarantinedPlace[]
}

export interface Standing extends KnownPlaces {
  readonly chain: ChainHead
  /** Whether an act did not see everything that the log holds of other devices. Asked for acts only. */
  readonly isStale: (act: CitingAct) => boolean
}

/** What becomes of one operation. Only `logged` and `quarantined` are kept; `isNext` moves the device's chain. */
export type Outcome =
  | { readonly fate: 'logged'; readonly n: number; readonly isNext: boolean }
  | { readonly fate: 'quarantined'; readonly n: number; readonly isNext: boolean; readonly code: QuarantineCode }
  | { readonly fate: 'duplicate'; readonly n: number; readonly isNext: boolean }
  | { readonly fate: 'needed'; readonly n: number; readonly isNext: false; readonly from: number }

/** One outcome per operation, in order. `places` as given by `placeOperations`. */
export function judgeRun(run: ReceivedRun, places: readonly number[], known: Standing): Outcome[] {
  const logged = new Map(known.logged)
  const quarantined = [...known.quarantined]
  let chain = known.chain
  return run.operations.map((operation, index) => {
    const place = { n: places[index] ?? 0, isLast: index === run.operations.length - 1 }
    const outcome = judge({ run, operation, ...place }, { ...known, chain, logged, quarantined })
    const { hash, prev = '' } = operation
    if (outcome.isNext) chain = { n: outcome.n, hash }
    if (outcome.fate === 'logged') logged.set(outcome.n, { hash, prev })
    if (outcome.fate === 'quarantined') quarantined.push({ n: outcome.n, hash, code: outcome.code })
    return outcome
  })
}

interface Placed {
  readonly run: ReceivedRun
  readonly operation: RunOperation
  readonly n: number
  readonly isLast: boolean
}

function judge(placed: Placed, at: Standing): Outcome {
  const { run, operation, n } = placed
  const next = at.chain.n + 1
  const isNext = n === next
  const { problem } = operation
  if (!operation.isProven) return aside(n, problem ?? 'broken-chain')
  if (at.logged.get(n)?.hash === operation.hash) return { fate: 'duplicate', n, isNext }
  if (n < next) return judgeTaken(operation, n, at)
  if (isFork(operation, n, at)) return aside(n, 'fork')
  if (!isNext && !run.isAgain) return { fate: 'needed', n, isNext: false, from: next }
  if (problem !== undefined) {
    // Whoever relays a run may have changed the body; the device itself can still bring the right one.
    const isItsDevices = !(run.isRelayed && problem === 'body-mismatch')
    return { fate: 'quarantined', n, isNext: isNext && isItsDevices, code: problem }
  }
  if (isStaleAct(placed, at)) return { fate: 'quarantined', n, isNext, code: 'stale-heads' }
  return { fate: 'logged', n, isNext }
}

function aside(n: number, code: QuarantineCode): Outcome {
  return { fate: 'quarantined', n, isNext: false, code }
}

/** Under these codes nothing was ever put at a place of the device's chain. */
const placelessCodes: readonly QuarantineCode[] = [
  'bad-signature',
  'wrong-key',
  'broken-chain',
  'wrong-stream',
  'wrong-device',
]

function judgeTaken(operation: RunOperation, n: number, { quarantined }: Standing): Outcome {
  const earlier = quarantined.find(
    (place) => place.n === n && place.hash === operation.hash && !placelessCodes.includes(place.code),
  )
  return aside(n, earlier?.code ?? operation.problem ?? 'fork')
}

/** Two histories under one key: another operation stands here, before it another than it names, or behind it one that names another. */
function isFork(operation: RunOperation, n: number, { chain, logged, quarantined }: Standing): boolean {
  const { prev } = operation
  const before = n === chain.n + 1 ? chain.hash : logged.get(n - 1)?.hash
  const namedBehind = logged.get(n + 1)?.prev
  return (
    logged.has(n) ||
    (before !== undefined && prev !== undefined && prev !== before) ||
    (namedBehind !== undefined && namedBehind !== operation.hash) ||
    quarantined.some((place) => place.code === 'fork' && place.n === n - 1 && place.hash === prev)
  )
}

/** Also where its device had gone on behind it before a restore: it was refused then, and the person knows that. */
function isStaleAct({ run, operation, n, isLast }: Placed, at: Standing): boolean {
  if (operation.act === undefined || run.isAgain) return false
  return !isLast || at.logged.has(n + 1) || at.isStale(operation.act)
}

/** Whether the run simply continues the chain, which is what nearly every run does: then nothing needs to be looked up. */
export function continuesChain({ operations }: ReceivedRun, chain: ChainHead): boolean {
  let { n, hash } = chain
  return operations.every((operation) => {
    const isSound = operation.isProven && operation.problem === undefined && operation.act === undefined
    const isNext = isSound && operation.claimedN === n + 1 && operation.prev === hash
    n += 1
    hash = operation.hash
    return isNext
  })
}

/** The place of every operation. One whose header tells nothing stands beside its neighbour; where none tells, nowhere: 0. */
export function placeOperations(operations: readonly RunOperation[]): number[] {
  const known = operations.findIndex((operation) => operation.claimedN !== undefined)
  const anchor = operations[known]?.claimedN
  if (anchor === undefined) return operations.map(() => 0)
  let place = Math.max(anchor - known, 0) - 1
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
