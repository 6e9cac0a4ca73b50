// Makes snapshots of streams that somebody downloads for the first time, one after the other, while nobody waits for them.
// Whoever asked first gets pages; those who come after get the snapshot [P16].
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { packState } from '../../domain/oplog/packState.ts'
import { unpackState } from '../../domain/oplog/unpackState.ts'
import type { Store } from '../store/createStore.ts'
import { StoreError } from '../store/StoreError.ts'
import { foldStream, type FoldedStream } from './foldStream.ts'
import { parseZippedState, unzipState, zipState } from './zipState.ts'

/** A shorter log arrives as fast as a snapshot, and what came after a snapshot is pulled behind it. */
const worthwhileOperations = 500

export interface SnapshotWish {
  readonly stream: string
  readonly head: number
  /** Version of the newest snapshot; 0 where there is none. */
  readonly made: number
}

export interface SnapshotMaker {
  /** Makes one unless the newest is good enough. Returns at once. */
  readonly wish: (wish: SnapshotWish) => void
  /** Resolves when nothing is being made. */
  readonly whenIdle: () => Promise<void>
}

export interface SnapshotSettings {
  readonly store: Store
  readonly organisation: string
  readonly now: () => Date
}

export function createSnapshotMaker(settings: SnapshotSettings): SnapshotMaker {
  const waiting = new Map<string, number>()
  /** Streams on which this release fails: they are served in pages. */
  const failed = new Set<string>()
  let working = Promise.resolve()

  const work = async () => {
    // Who wished is answered first.
    await new Promise((resolve) => setImmediate(resolve))
    for (const [stream, head] of waiting) {
      try {
        await makeSnapshot(settings, stream, head)
      } catch (error) {
        // The database's trouble passes, and the next download wishes again.
        if (!(error instanceof StoreError)) failed.add(stream)
      }
      waiting.delete(stream)
    }
  }

  return {
    wish: ({ stream, head, made }) => {
      if (head - made < worthwhileOperations || waiting.has(stream) || failed.has(stream)) return
      waiting.set(stream, head)
      if (waiting.size === 1) working = work()
    },
    whenIdle: () => working,
  }
}

async function makeSnapshot(
  { store, organisation, now }: SnapshotSettings,
  stream: string,
  head: number,
): Promise<void> {
  const address = { organisation, stream }
  const folded = await foldStream({ store, address, head, before: await readNewest(store, address) })
  if (folded === undefined) return
  const { version, root } = folded
  const state = await zipState(packState(folded.state))
  await store.saveSnapshot(address, { version, root, state, madeAt: now().toISOString() })
}

async function readNewest(
  store: Store,
  address: { readonly organisation: string; readonly stream: string },
): Promise<FoldedStream | undefined> {
  const newest = await store.readSnapshot(address)
  if (newest === undefined) return undefined
  const packed = await unzipState(parseZippedState(newest.state))
  // Another release may have made it.
  const state = unpackState(packed, { kinds: auditKinds, isOfThisRelease: false })
  return state && { state, version: newest.version, root: newest.root }
}
