// Appends runs of one stream within one transaction: versions without gaps, in commit order, each with its chain root [P4].
// Never reads the log before it holds the stream's row: that lock is what makes versions contiguous.
import { coversHeads } from '../../domain/oplog/SignOff.ts'
import type { DeviceId } from '../../domain/oplog/Dot.ts'
import type { Sha256 } from '../../domain/oplog/Sha256.ts'
import type { Verdict } from '../../protocol/push.ts'
import type { Engine, StoreConnection } from './Engine.ts'
import { continuesChain, judgeRun, placeOperations, toVerdict, type KnownPlaces, type Outcome } from './judgeRun.ts'
import { keepAside } from './keepAside.ts'
import { asLoggedPlace, lookUpPlaces } from './lookUpPlaces.ts'
import { quarantineRow } from './quarantineRow.ts'
import type { ReceivedRun } from './receiveRun.ts'
import type { StreamAddress } from './StreamAddress.ts'
import type { OperationRow, QuarantineRow } from './StoreTables.ts'
import {
  emptyDeviceChain,
  insertOperations,
  insertQuarantined,
  lockStream,
  moveHead,
  readChains,
  readTops,
  writeChains,
  type DeviceChain,
} from './streamWrites.ts'

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
  /** Per run the chain root after it, where all of it went into the log now, one behind the other [P4] [P19]. */
  readonly roots: readonly (string | undefined)[]
  /** How many operations are new in the log. */
  readonly added: number
  /** The log's version after them. */
  readonly head: number
}

/** What the transaction is going to write. */
interface Pending {
  head: number
  root: string
  readonly chains: Map<string, DeviceChain>
  /** Devices whose chain is no longer as it was read. */
  readonly moved: Set<string>
  readonly operations: OperationRow[]
  readonly quarantined: QuarantineRow[]
}

export async function appendRuns(appending: Appending, runs: readonly ReceivedRun[]): Promise<Appended> {
  const stream = await lockStream(appending)
  if (stream.organisation !== appending.address.organisation) return refuseAll(appending, runs)
  const chains = await readChains(appending, [...new Set(runs.map((run) => run.device))])
  const { head, root } = stream
  const pending: Pending = { head, root, chains, moved: new Set(), operations: [], quarantined: [] }
  const verdicts: (readonly Verdict[])[] = []
  const roots: (string | undefined)[] = []
  for (const run of runs) {
    const outcomes = await judge(appending, run, pending)
    outcomes.forEach((outcome, index) => keep(appending, { run, index, outcome }, pending))
    verdicts.push(outcomes.map(toVerdict))
    roots.push(outcomes.every(({ fate }) => fate === 'logged') ? pending.root : undefined)
  }
  await write(appending, pending)
  return { verdicts, roots, added: pending.operations.length, head: pending.head }
}

/** Somebody else's stream [P17]. */
async function refuseAll(appending: Appending, runs: readonly ReceivedRun[]): Promise<Appended> {
  const verdicts: Verdict[][] = []
  for (const run of runs) verdicts.push(await keepAside(appending, run, 'wrong-organisation'))
  return { verdicts, roots: [], added: 0, head: 0 }
}

async function judge(appending: Appending, run: ReceivedRun, pending: Pending): Promise<Outcome[]> {
  const chain = pending.chains.get(run.device) ?? emptyDeviceChain
  if (chain.top <= chain.n && continuesChain(run, chain)) {
    return run.operations.map((_, index) => ({ fate: 'logged', n: chain.n + 1 + index, isNext: true }))
  }
  const places = placeOperations(run.operations)
  const known = withPending(await lookUpPlaces(appending, run.device, places), run.device, pending)
  const log = run.operations.some(({ act }) => act !== undefined) ? await topsNow(appending, pending) : new Map()
  const isStale: Parameters<typeof judgeRun>[2]['isStale'] = ({ device, body }) => !coversHeads({ device, body }, log)
  return judgeRun(run, places, { ...known, chain, isStale })
}

/** Earlier runs of the same transaction count as known although they are not written yet. */
function withPending(known: KnownPlaces, device: string, pending: Pending): KnownPlaces {
  const logged = new Map(known.logged)
  for (const row of pending.operations) if (row.device === device) logged.set(row.n, asLoggedPlace(row))
  return { logged, quarantined: [...known.quarantined, ...pending.quarantined.filter((row) => row.device === device)] }
}

async function topsNow(appending: Appending, { chains }: Pending): Promise<ReadonlyMap<DeviceId, number>> {
  const tops = await readTops(appending)
  for (const [device, { top }] of chains) if (top > 0) tops.set(device as DeviceId, top)
  return tops
}

interface Judged {
  readonly run: ReceivedRun
  readonly index: number
  readonly outcome: Outcome
}

function keep(appending: Appending, { run, index, outcome }: Judged, pending: Pending): void {
  const operation = run.operations[index]
  if (operation === undefined) return
  const { n } = outcome
  moveChain(pending, run.device, { n, hash: operation.hash, outcome })
  if (outcome.fate === 'logged') {
    pending.head += 1
    pending.root = appending.sha256(pending.root + operation.hash)
    const { header, body, salt } = operation.encoded
    const place = { ...appending.address, device: run.device, n, hash: operation.hash }
    const version = { version: pending.head, root: pending.root, received_at: appending.receivedAt }
    const signature = index === run.operations.length - 1 ? run.signature : ''
    pending.operations.push({ ...place, ...version, header, body, salt, signature })
  } else if (outcome.fate === 'quarantined') {
    const row = quarantineRow({ run, index, n, code: outcome.code }, appending)
    if (row) pending.quarantined.push(row)
  }
}

interface Move {
  readonly n: number
  readonly hash: string
  readonly outcome: Outcome
}

function moveChain(pending: Pending, device: string, { n, hash, outcome }: Move): void {
  const isLogged = outcome.fate === 'logged'
  if (!isLogged && !outcome.isNext) return
  const chain = pending.chains.get(device) ?? emptyDeviceChain
  const top = isLogged ? Math.max(chain.top, n) : chain.top
  pending.chains.set(device, outcome.isNext ? { n, hash, top } : { ...chain, top })
  pending.moved.add(device)
}

async function write(appending: Appending, pending: Pending): Promise<void> {
  await insertQuarantined(appending, pending.quarantined)
  if (pending.operations.length > 0) {
    await insertOperations(appending, pending.operations)
    await moveHead(appending, pending)
  }
  const moved = [...pending.chains].filter(([device]) => pending.moved.has(device))
  if (moved.length > 0) await writeChains(appending, new Map(moved))
}
