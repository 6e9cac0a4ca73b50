// This page's journal: takes in what the database refused and writes all of it down at once, after each addition.
import {
  isSameKey,
  type Journal,
  type JournalContent,
  type JournalDraft,
  type JournalEntry,
  type JournalStore,
  type UnsavedEntry,
} from './Journal.ts'
import { emptyChain, encodeOperations, type ChainHead, type EncodedRun } from '../domain/oplog/encodeOperation.ts'
import type { Dot, StreamId } from '../domain/oplog/Dot.ts'
import { mostSuperseded, parseOperation } from '../domain/oplog/parseOperation.ts'
import type { Operation, OperationDraft } from '../domain/oplog/Operation.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'

export function createJournal(store: JournalStore, sha256: Sha256): Journal {
  let entries: readonly JournalEntry[] = []
  let drafts: readonly JournalDraft[] = []
  const heads = new Map<StreamId, ChainHead>()
  const written: Operation[] = []

  const write = () => {
    const content: JournalContent = { v: 1, id: store.id, entries, drafts }
    store.write(JSON.stringify(content))
  }

  const addEntry: Journal['addEntry'] = (entry, { head, attempted }) => {
    const { stream, clearsDrafts = [] } = entry
    const known = heads.get(stream)
    const run = known === undefined && attempted !== undefined ? attempted : encode(entry, known ?? head ?? emptyChain)
    heads.set(stream, run.head)
    for (const operation of run.operations) {
      const parsed = parseOperation(operation)
      if (parsed.ok) written.push(parsed.value)
    }
    entries = [...entries, { stream, operations: run.operations, clearsDrafts }]
    drafts = drafts.filter(({ key }) => !clearsDrafts.some((cleared) => isSameKey(cleared, key)))
    write()
  }

  /** The screen still shows what was there before: a second try supersedes the first, and the same once more adds nothing. */
  const encode = (entry: UnsavedEntry, head: ChainHead): EncodedRun => {
    const fresh = entry.drafts.filter((draft) => !isRepeated(draft, latestOf(written, entry.stream, draft)))
    const following = fresh.map((draft) => ({
      ...draft,
      supersedes: withEarlier(
        draft.supersedes,
        written.filter((operation) => isSamePlace(operation, entry.stream, draft)),
      ),
    }))
    return encodeOperations(following, head, { ...entry.context, stream: entry.stream, sha256 })
  }

  return {
    addEntry,
    addDraft(key, content) {
      drafts = [...drafts.filter((draft) => !isSameKey(draft.key, key)), { key, content }]
      write()
    },
  }
}

/** The kind stands for the register, which only the kind table knows. */
function isSamePlace(operation: Operation, stream: StreamId, { entity, kind }: OperationDraft): boolean {
  return operation.stream === stream && operation.entity === entity && operation.kind === kind
}

function latestOf(written: readonly Operation[], stream: StreamId, draft: OperationDraft): Operation | undefined {
  return written.findLast((operation) => isSamePlace(operation, stream, draft))
}

function isRepeated({ body }: OperationDraft, latest: Operation | undefined): boolean {
  return latest !== undefined && JSON.stringify(latest.body) === JSON.stringify(body)
}

function withEarlier(supersedes: readonly Dot[], earlier: readonly Operation[]): readonly Dot[] {
  const dots = [...new Set([...supersedes, ...earlier.map(({ dot }) => dot)])]
  return dots.length > mostSuperseded ? supersedes : dots
}
