// Appends runs of one stream within one transaction: versions without gaps, in commit order, each with its chain root [P4].
// Never reads the log before it holds the stream's row: that lock is what makes versions contiguous.
import { emptyChain, type ChainHead } from '../../domain/oplog/encodeOperation.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { Verdict } from '../../protocol/push.ts'
import type { Engine, StoreConnection } from './Engine.ts'
import { continuesChain, judgeRun, placeOperations, toVerdict, type KnownPlaces, type Outcome } from './judgeRun.ts'
import { lookUpPlaces, lookUpQuarantinedPlace } from './lookUpPlaces.ts'
import type { ReceivedRun } from './receiveOperation.ts'
import type { StreamAddress } from './StreamAddress.ts'
import type { OperationRow, QuarantineRow } from './StoreTables.ts'
import { insertOperations, insertQuarantined, lockStream, moveHead, readChains, writeChains } from './streamWrites.ts'

export interface Appending {
  readonly engine: Engine
  readonly connection: StoreConnection
  readonly address: StreamAddress
  /** The server's clock as an ISO instant. */
  readonly receivedAt: string
  readonly sha256: Sha256
}

export interface Appended {
  /** Per run, per operation, in the order given. */
  readonly verdicts: readonly (readonly Verdict[])[]
  /** How many operations are new in the log. */
  readonly added: number
}

/** What the transaction is going to write. */
interface Pending {
  head: number
  root: string
  readonly chains: Map<string, ChainHead>
  readonly operations: OperationRow[]
  readonly quarantined: QuarantineRow[]
}

export async function appendRuns(appending: Appending, runs: readonly ReceivedRun[]): Promise<Appended> {
  const stream = await lockStream(appending)
  const chains = await readChains(appending, [...new Set(runs.map((run) => run.device))])
  const pending: Pending = { ...stream, chains, operations: [], quarantined: [] }
  const verdicts: (readonly Verdict[])[] = []
  for (const run of runs) {
    const outcomes = await judge(appending, run, pending)
    outcomes.forEach((outcome, index) => keep(appending, { run, index, outcome }, pending))
    verdicts.push(outcomes.map(toVerdict))
  }
  await write(appending, pending)
  return { verdicts, added: pending.operations.length }
}

async function judge(appending: Appending, run: ReceivedRun, pending: Pending): Promise<Outcome[]> {
  const chain = pending.chains.get(run.device) ?? emptyChain
  if (continuesChain(run.operations, chain)) {
    const places = run.operations.map((_, index) => chain.n + 1 + index)
    return judgeRun(run.operations, places, { chain, logged: new Map(), quarantined: [] })
  }
  const places = placeOperations(run.operations, chain, await seenAt(appending, run, pending))
  const known = await lookUpPlaces(appending, run.device, places)
  return judgeRun(run.operations, places, { chain, ...withPending(known, run.device, pending) })
}

/** Where the run's first operation was put when it came before, if it tells no place of its own. */
async function seenAt(appending: Appending, run: ReceivedRun, pending: Pending): Promise<number | undefined> {
  const [first] = run.operations
  if (first === undefined || first.claimedN !== undefined) return undefined
  const row = pending.quarantined.find(({ device, hash }) => device === run.device && hash === first.hash)
  return row?.n ?? (await lookUpQuarantinedPlace(appending, run.device, first.hash))
}

/** Earlier runs of the same transaction count as known although they are not written yet. */
function withPending(known: KnownPlaces, device: string, pending: Pending): KnownPlaces {
  const logged = new Map(known.logged)
  for (const row of pending.operations) if (row.device === device) logged.set(row.n, row.hash)
  return { logged, quarantined: [...known.quarantined, ...pending.quarantined.filter((row) => row.device === device)] }
}

interface Judged {
  readonly run: ReceivedRun
  readonly index: number
  readonly outcome: Outcome
}

function keep(appending: Appending, { run, index, outcome }: Judged, pending: Pending): void {
  const operation = run.operations[index]
  if (operation === undefined) return
  const signature = index === run.operations.length - 1 ? run.signature : ''
  const common = { ...appending.address, device: run.device, n: outcome.n, hash: operation.hash }
  if (outcome.isNext) pending.chains.set(run.device, { n: outcome.n, hash: operation.hash })
  if (outcome.fate === 'logged') {
    pending.head += 1
    pending.root = appending.sha256(pending.root + operation.hash)
    const { header, body, salt } = operation.encoded
    const version = { version: pending.head, root: pending.root, received_at: appending.receivedAt }
    pending.operations.push({ ...common, ...version, header, body, salt, signature })
  } else if (outcome.fate === 'quarantined') {
    const { header: h, body: b, salt: s } = operation.encoded
    // Its escapes keep even characters that no text column takes.
    const text = JSON.stringify({ h, b, s })
    const kept = { digest: appending.sha256(text), code: outcome.code, operation: text, signature }
    pending.quarantined.push({ ...common, ...kept, received_at: appending.receivedAt })
  }
}

async function write(appending: Appending, pending: Pending): Promise<void> {
  await insertQuarantined(appending, pending.quarantined)
  if (pending.operations.length > 0) {
    await insertOperations(appending, pending.operations)
    await moveHead(appending, pending)
  }
  if (pending.operations.length + pending.quarantined.length > 0) await writeChains(appending, pending.chains)
}
