// Folds a stream's log as every tablet does, in pieces: the process answers others in between.
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { foldOperations } from '../../domain/oplog/foldOperations.ts'
import { definitionOf } from '../../domain/oplog/KindTable.ts'
import type { FoldableOperation } from '../../domain/oplog/Operation.ts'
import { parseOperation } from '../../domain/oplog/parseOperation.ts'
import { emptyStreamState, type StreamState } from '../../domain/oplog/StreamState.ts'
import type { Store } from '../store/createStore.ts'
import type { StreamAddress } from '../store/StreamAddress.ts'

/** Folding so many takes some tens of milliseconds on a small machine. */
const operationsAtOnce = 500

export interface FoldedStream {
  readonly state: StreamState
  readonly version: number
  /** Chain root at the version [P4]. */
  readonly root: string
}

export interface Folding {
  readonly store: Store
  readonly address: StreamAddress
  /** Folds up to here. */
  readonly head: number
  /** The same stream folded before, whose state this may change; undefined: from the beginning. */
  readonly before: FoldedStream | undefined
}

/** Undefined where the log does not reach that far any more. */
export async function foldStream({ store, address, head, before }: Folding): Promise<FoldedStream | undefined> {
  const from = before ?? { state: emptyStreamState(), version: 0, root: '' }
  const operations: FoldableOperation[] = []
  let { version, root } = from
  while (version < head) {
    const page = await store.readOperations(address, {
      from: version + 1,
      to: Math.min(version + operationsAtOnce, head),
    })
    if (page.length === 0) return undefined
    for (const stored of page) {
      const parsed = parseOperation(stored)
      // The server logs only what parses; a release that is stricter than the one that logged it leaves it out, as its tablets do.
      if (parsed.ok) operations.push(parsed.value)
      ;({ version, root } = stored)
    }
  }
  const isFolded = await foldInPieces(from.state, operations)
  if (isFolded) return { state: from.state, version, root }
  return before === undefined ? undefined : foldStream({ store, address, head, before: undefined })
}

/** False where a sign-off holds back what the state had folded in: then only the whole log tells what it amounts to [M14]. */
async function foldInPieces(state: StreamState, operations: readonly FoldableOperation[]): Promise<boolean> {
  const acts = operations.filter(({ kind }) => definitionOf(auditKinds, kind)?.act !== undefined)
  // Together and first, as a fold in one piece would take them.
  if (foldOperations(state, acts, auditKinds).needsRefold) return false
  for (let start = 0; start < operations.length; start += operationsAtOnce) {
    await new Promise((resolve) => setImmediate(resolve))
    const piece = operations.slice(start, start + operationsAtOnce)
    if (foldOperations(state, piece, auditKinds).needsRefold) return false
  }
  return true
}
