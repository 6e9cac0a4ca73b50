// What could not be saved because the database is gone, in a form that outlives the page: operations with their dots, in order, and
// texts in progress. It is kept outside of IndexedDB, in the clear until the tablet's keys can seal without waiting, and is never
// taken for saved. It must be written at once, without any promise: the page may be gone the next moment.
import type { DraftContent, DraftKey } from './LocalRows.ts'
import { parseDraftContent } from './parseDraftContent.ts'
import { isEntityId, isStreamId, type StreamId } from '../domain/oplog/Dot.ts'
import type { ChainHead, EncodedRun, RecordingContext } from '../domain/oplog/encodeOperation.ts'
import type { EncodedOperation, OperationDraft } from '../domain/oplog/Operation.ts'
import { branded, listOf, nullOr, shape, text, type Parser } from '../domain/parse/Parser.ts'

/** One recording: together or not at all. */
export interface JournalEntry {
  readonly stream: StreamId
  readonly operations: readonly EncodedOperation[]
  readonly clearsDrafts: readonly DraftKey[]
}

export interface JournalDraft {
  readonly key: DraftKey
  /** Null: its author gave it up. */
  readonly content: DraftContent | null
}

export interface JournalContent {
  readonly v: 1
  readonly id: string
  /** Only ever grows: how many were taken in is counted from the front. */
  readonly entries: readonly JournalEntry[]
  /** One for each place, the newest. */
  readonly drafts: readonly JournalDraft[]
}

/** A recording that was refused. */
export interface UnsavedEntry {
  readonly stream: StreamId
  readonly drafts: readonly OperationDraft[]
  readonly context: Omit<RecordingContext, 'stream' | 'sha256'>
  readonly clearsDrafts?: readonly DraftKey[]
}

/** Where in the chain it belongs, as far as this page knows. */
export interface UnsavedPlace {
  readonly head: ChainHead | undefined
  /** The run whose transaction may or may not have completed. */
  readonly attempted: EncodedRun | undefined
}

export interface Journal {
  /** Keeps an attempted run as it is, so that it can be recognised; else encodes the entry behind what the journal or `place` tells. */
  readonly addEntry: (entry: UnsavedEntry, place: UnsavedPlace) => void
  /** Null: its author gave the text up. */
  readonly addDraft: (key: DraftKey, content: DraftContent | null) => void
}

/** Outside of IndexedDB (localStorage), one for each page. */
export interface JournalStore {
  /** Names this page's journal. */
  readonly id: string
  /** Replaces what was written before. What it did not take in stays on the screen alone: such a page must not be loaded anew by itself. */
  readonly write: (content: string) => void
}

const anyText = text(Number.MAX_SAFE_INTEGER)
const most = 100_000

const draftKey: Parser<DraftKey> = shape({
  stream: branded(isStreamId),
  entity: branded(isEntityId),
  register: text(),
})

const parseContent: Parser<JournalContent> = shape({
  v: (value: unknown) => (value === 1 ? value : undefined),
  id: text(),
  entries: listOf(
    shape({
      stream: branded(isStreamId),
      operations: listOf(shape({ header: anyText, body: anyText, salt: anyText }), most),
      clearsDrafts: listOf(draftKey, most),
    }),
    most,
  ),
  drafts: listOf(shape({ key: draftKey, content: nullOr(parseDraftContent) }), most),
})

/** Undefined for anything that no release up to this one has written. */
export function parseJournal(json: string): JournalContent | undefined {
  try {
    return parseContent(JSON.parse(json))
  } catch {
    return undefined
  }
}

export function isSameKey(a: DraftKey, b: DraftKey): boolean {
  return a.stream === b.stream && a.entity === b.entity && a.register === b.register
}
