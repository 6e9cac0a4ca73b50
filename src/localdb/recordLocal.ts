// Records what this device's people did. Hashing and sealing happen before the transaction; inside it there are only database requests.
import { refuseOther } from './checkIdentity.ts'
import { commitLocal, isSameHead } from './commitLocal.ts'
import { emptyStreamRow } from './emptyStreamRow.ts'
import { inTurn } from './inTurn.ts'
import type { LocalDatabase } from './LocalDatabase.ts'
import { journaling, type Attempt } from './journaling.ts'
import { LocalDatabaseError } from './LocalDatabaseError.ts'
import type { DraftKey, OperationRow, StreamPosition } from './LocalRows.ts'
import { packOperations } from './packOperations.ts'
import { refuseFiles } from './refuseFiles.ts'
import { operationPlace } from './rowPlaces.ts'
import { sealEvidence, type EvidenceFile, type SealedFile } from './sealEvidence.ts'
import { sealText } from './sealText.ts'
import { withLocalDatabase } from './withLocalDatabase.ts'
import { withReserve } from './withReserve.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'
import {
  encodeOperations,
  type ChainHead,
  type EncodedRun,
  type RecordingContext,
} from '../domain/oplog/encodeOperation.ts'
import type { EncodedOperation, Operation, OperationDraft } from '../domain/oplog/Operation.ts'
import { parseOperation } from '../domain/oplog/parseOperation.ts'

export interface LocalEntry {
  readonly source: 'local'
  readonly stream: StreamId
  /** At least one; they are saved together or not at all. */
  readonly drafts: readonly OperationDraft[]
  /** Who records, where and when. */
  readonly context: Omit<RecordingContext, 'stream' | 'sha256'>
  /** Typed texts that became these operations: dropped in the same transaction. */
  readonly clearsDrafts?: readonly DraftKey[]
  /**
   * Evidence that the drafts speak of: saved together with them or not at all. It never touches the room that is set aside for texts,
   * and what the database no longer takes is not kept elsewhere: until this resolves, whoever calls holds the only copy.
   */
  readonly files?: readonly EvidenceFile[]
}

export interface RecordedOperations {
  readonly stream: StreamId
  /** As recorded, ready to be folded. */
  readonly operations: readonly Operation[]
  /** n of the first and the last of them. */
  readonly first: number
  readonly last: number
}

interface Recording extends Attempt {
  readonly files: readonly SealedFile[]
}

/** A lost race means that another tab recorded something, so races end by themselves; this many in a row are a fault. */
const mostTries = 500

export function recordLocal(db: LocalDatabase, entry: LocalEntry): Promise<RecordedOperations> {
  const { files = [] } = entry
  if (files.length > 0) return recordWithFiles(db, entry, files)
  const attempt: Recording = { run: undefined, files: [] }
  return inTurn(db, entry.stream, () => {
    const head = db.heads.get(entry.stream)
    return journaling(
      db,
      (journal) => journal.addEntry(entry, { head, attempted: attempt.run }),
      () => withReserve(db, () => recordInTurn(db, entry, attempt)),
    )
  })
}

async function recordWithFiles(
  db: LocalDatabase,
  entry: LocalEntry,
  files: readonly EvidenceFile[],
): Promise<RecordedOperations> {
  refuseFiles(db)
  const sealed: SealedFile[] = []
  const state = { status: 'unsent', heldSince: entry.context.at, proof: null } as const
  for (const file of files) sealed.push(await sealEvidence(db, file, state))
  return inTurn(db, entry.stream, () => recordInTurn(db, entry, { run: undefined, files: sealed }))
}

async function recordInTurn(db: LocalDatabase, entry: LocalEntry, attempt: Recording): Promise<RecordedOperations> {
  const { stream, drafts, context } = entry
  const { device } = context
  let head = db.heads.get(stream) ?? (await readHead(db, entry))
  for (let tries = 0; tries < mostTries; tries += 1) {
    const run = encodeOperations(drafts, head, { ...context, stream, sha256: db.sha256 })
    const operations = run.operations.map(parseOwn)
    const rows = await sealRows(db, stream, { head, run })
    const { files } = attempt
    const clearsDrafts = entry.clearsDrafts ?? []
    const commit = { stream, device, before: head, after: run.head, rows, clearsDrafts, files }
    attempt.run = run
    const found = await withLocalDatabase(db, () => commitLocal(db, commit))
    if (isSameHead(found, run.head)) {
      db.heads.set(stream, found)
      db.announce({ stream, source: 'local' })
      return { stream, operations, first: head.n + 1, last: run.head.n }
    }
    // Somebody else moved the head: another tab as this device, or this tablet is another device by now.
    head = await readHead(db, entry)
  }
  throw new LocalDatabaseError('not-saved')
}

/** Both of one moment: a head that is read belongs to the device that is read. */
async function readHead(db: LocalDatabase, { stream, context }: LocalEntry): Promise<ChainHead> {
  const { dexie } = db
  const [row, sentinel] = await withLocalDatabase(db, () =>
    dexie.transaction('r', dexie.streams, dexie.sentinel, () =>
      Promise.all([dexie.streams.get(stream), dexie.sentinel.get('device')]),
    ),
  )
  refuseOther(db, sentinel, context.device)
  const { n, prev } = row ?? emptyStreamRow(stream)
  return { n, hash: prev }
}

function parseOwn(encoded: EncodedOperation): Operation {
  const parsed = parseOperation(encoded)
  // A decider's fault: written down, no device could ever read it again.
  if (!parsed.ok) throw new Error(`unrecordable operation: ${encoded.header.slice(0, 300)}`)
  return parsed.value
}

interface Encoding {
  readonly head: ChainHead
  readonly run: EncodedRun
}

function sealRows(db: LocalDatabase, stream: StreamId, { head, run }: Encoding): Promise<OperationRow[]> {
  const seal = async (operation: EncodedOperation, index: number): Promise<OperationRow> => {
    const n = head.n + 1 + index
    const isLast = index === run.operations.length - 1
    const hash = isLast ? run.head.hash : db.sha256(operation.header)
    const sealed = await sealText(db, packOperations([operation]), operationPlace({ stream, n }))
    return { stream, n, status: 'unsent', code: '', hash, ...sealed }
  }
  return Promise.all(run.operations.map(seal))
}

/**
 * Where a reader stands after folding what it just recorded itself. It stays where it was when another tab's operations lie
 * between: the next `readSince` then reads them, and ours once more, which changes nothing [M6].
 */
export function positionAfter(position: StreamPosition, recorded: RecordedOperations): StreamPosition {
  return recorded.first === position.own + 1 ? { ...position, own: recorded.last } : position
}
