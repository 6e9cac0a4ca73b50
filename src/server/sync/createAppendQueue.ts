// Merges the runs that wait for one stream into one transaction: a commit costs an fsync however much it carries.
//
//   idle → (a run comes) → gathering until the event loop has read what else arrived → writing → gathering if more waits, else idle
import type { PullPage } from '../../protocol/pull.ts'
import type { Verdict } from '../../protocol/push.ts'
import type { Appended } from '../store/appendRuns.ts'
import type { Store } from '../store/createStore.ts'
import type { ReceivedRun } from '../store/receiveRun.ts'
import { StoreError } from '../store/StoreError.ts'
import type { StreamAddress } from '../store/StreamAddress.ts'

/** Bounds how long one transaction holds the stream's row. */
const mostOperationsPerTransaction = 2_000
/** Bounds memory when the database is slower than the tablets; more is refused as busy and comes again. */
const mostOperationsWaiting = 50_000

export interface AppendedRun {
  /** Per operation, in the order given. */
  readonly verdicts: readonly Verdict[]
  /** The chain root after the run, where all of it went into the log now [P19]. */
  readonly root: string | undefined
}

export interface AppendQueue {
  /** Resolves when the run's operations are durable; rejects with the store's error. */
  readonly append: (address: StreamAddress, run: ReceivedRun) => Promise<AppendedRun>
}

interface Waiting {
  readonly run: ReceivedRun
  readonly resolve: (appended: AppendedRun) => void
  readonly reject: (error: unknown) => void
}

export interface AppendQueueSettings {
  readonly store: Store
  readonly now: () => Date
  /** Called after a commit that added operations; `page` holds them where they are few. */
  readonly onAdded: (page: PullPage | undefined) => void
}

export function createAppendQueue({ store, now, onAdded }: AppendQueueSettings): AppendQueue {
  const queues = new Map<string, Waiting[]>()
  let waitingOperations = 0

  function append(address: StreamAddress, run: ReceivedRun): Promise<AppendedRun> {
    if (waitingOperations + run.operations.length > mostOperationsWaiting) return Promise.reject(new StoreError('busy'))
    waitingOperations += run.operations.length
    return new Promise((resolve, reject) => {
      const key = JSON.stringify([address.organisation, address.stream])
      const queue = queues.get(key)
      if (queue) {
        queue.push({ run, resolve, reject })
      } else {
        queues.set(key, [{ run, resolve, reject }])
        // Not at once: libsql works synchronously, so nothing else could join.
        setImmediate(() => void drain(key, address))
      }
    })
  }

  async function drain(key: string, address: StreamAddress): Promise<void> {
    for (let group = takeGroup(key); group.length > 0; group = takeGroup(key)) {
      await settle(address, group)
      await new Promise((resolve) => setImmediate(resolve))
    }
    queues.delete(key)
  }

  function takeGroup(key: string): Waiting[] {
    const queue = queues.get(key) ?? []
    let size = 0
    const end = queue.findIndex(({ run }) => (size += run.operations.length) > mostOperationsPerTransaction)
    // A run is never divided, so the first always goes.
    const group = queue.splice(0, end === -1 ? queue.length : Math.max(end, 1))
    for (const { run } of group) waitingOperations -= run.operations.length
    return group
  }

  async function settle(address: StreamAddress, group: readonly Waiting[]): Promise<void> {
    try {
      const appended = await store.append(
        address,
        group.map(({ run }) => run),
        now().toISOString(),
      )
      const { verdicts, roots } = appended
      group.forEach(({ resolve }, index) => resolve({ verdicts: verdicts[index] ?? [], root: roots[index] }))
      if (appended.added > 0) onAdded(pageOf(address, group, appended))
    } catch (error) {
      if (group.length > 1 && !isPassing(error)) await settleOneByOne(address, group)
      else for (const { reject } of group) reject(error)
    }
  }

  /** One run that the database cannot take must not hold up the others. */
  async function settleOneByOne(address: StreamAddress, group: readonly Waiting[]): Promise<void> {
    for (const waiting of group) await settle(address, [waiting])
  }

  return { append }
}

/** What a tablet writes while its person taps; a long log is fetched by whoever wants it. */
const mostInPage = 20

function pageOf(address: StreamAddress, group: readonly Waiting[], appended: Appended): PullPage | undefined {
  const { added, head, roots } = appended
  const root = roots.at(-1)
  // Where all of every run is new, they follow one another in the log.
  if (root === undefined || roots.includes(undefined) || added > mostInPage) return undefined
  const ops = group.flatMap(({ run: { operations, signature } }) =>
    operations.map(({ encoded: { header, body, salt } }, index) => ({
      h: header,
      b: body,
      s: salt,
      ...(index === operations.length - 1 && { g: signature }),
    })),
  )
  return { stream: address.stream, from: head - added + 1, ops, root }
}

function isPassing(error: unknown): boolean {
  return error instanceof StoreError && error.isRetryable
}
