// Opens one audit for the screens: folds it once, then keeps it up to date from this tab's saves, other tabs and pulls.
// The only place where screens meet the log. It never shows "saved" before the database has said so.
import { computed, shallowRef, triggerRef } from 'vue'
import type { AppServices } from './appServices.ts'
import type { OpenAudit, SaveState, TextPlace } from './OpenAudit.ts'
import { createUndoStack } from './createUndoStack.ts'
import { recordLeftDrafts } from './recordLeftDrafts.ts'
import type { Person } from '../stores/useSessionStore.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds, type AuditDraft } from '../../domain/audit/auditKinds.ts'
import { decideUndo } from '../../domain/audit/decideUndo.ts'
import { decideIntroduce } from '../../domain/audit/decideIntroduce.ts'
import { listConflicts } from '../../domain/audit/listConflicts.ts'
import { pinnedTemplates } from '../../domain/audit/pinnedTemplates.ts'
import { summariseAudit } from '../../domain/audit/summariseAudit.ts'
import type { PersonId, StreamId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { StreamChange } from '../../localdb/LocalDatabase.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'
import { dropDraft } from '../../localdb/dropDraft.ts'
import { openStream } from '../../localdb/openStream.ts'
import type { Damage } from '../../localdb/readStreamLog.ts'
import { readHistory } from '../../localdb/readHistory.ts'
import { readSince } from '../../localdb/readSince.ts'
import { positionAfter } from '../../localdb/recordLocal.ts'
import { recordOperations } from '../../localdb/recordOperations.ts'
import { saveDraft } from '../../localdb/saveDraft.ts'
import { saveSnapshot } from '../../localdb/saveSnapshot.ts'
import { saveSummary } from '../../localdb/saveSummary.ts'

/** A pause after which the folded state is written down, so that the next opening reads little. */
const snapshotAfterMs = 4_000

/** What could not be read of this tablet's copy; everything else is open. */
export interface AuditDamage {
  /** Own entries that only an export can still hand out. */
  readonly ownEntries: number
  /** Pages of the server's log are damaged: they are fetched anew by themselves. */
  readonly isRefetched: boolean
}

export interface OpenedAudit {
  readonly open: OpenAudit
  readonly damage: AuditDamage
  /** Ends the watching and writes the snapshot. */
  readonly close: () => void
}

/** Opens the audit and records texts that an earlier session left in progress. Rejects with `LocalDatabaseError`. */
export async function createOpenAudit(
  services: AppServices,
  stream: StreamId,
  person: () => Person,
): Promise<OpenedAudit> {
  const { db, device, now } = services
  const opened = await openStream(db, stream, auditKinds)
  const document = new AuditDocument(opened.state)
  let { position } = opened

  const audit = shallowRef(document.audit)
  const save = shallowRef<SaveState>({ state: 'idle' })
  const undoStack = createUndoStack(document.state)

  function show(operations: Iterable<Operation>): void {
    if (document.apply(operations).size === 0) return
    triggerRef(audit)
    scheduleSnapshot()
  }

  // One write at a time: a late write of a text in progress must not come after the operation it became.
  let turn: Promise<unknown> = Promise.resolve()
  function inTurn<Value>(write: () => Promise<Value>): Promise<Value> {
    const mine = turn.then(write)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** Runs a write and tells its outcome; false means that nothing of it is saved. */
  async function saving(write: () => Promise<void>): Promise<boolean> {
    save.value = { state: 'saving' }
    try {
      await inTurn(write)
      save.value = { state: 'saved', savedAt: now().toISOString() }
      return true
    } catch (error) {
      if (!(error instanceof LocalDatabaseError)) throw error
      save.value = { state: 'failed', code: error.code }
      return false
    }
  }

  function introduced(drafts: readonly AuditDraft[]): readonly AuditDraft[] {
    return [...decideIntroduce(document.state, person()), ...drafts]
  }

  async function write(drafts: readonly AuditDraft[], clears: readonly TextPlace[]): Promise<readonly Operation[]> {
    const recorded = await recordOperations(db, {
      source: 'local',
      stream,
      drafts: introduced(drafts),
      context: {
        device,
        author: person().id,
        at: now().toISOString(),
        offset: services.clockOffset(),
        salt: services.randomId,
      },
      clearsDrafts: clears.map((place) => ({ stream, ...place })),
    })
    position = positionAfter(position, recorded)
    show(recorded.operations)
    services.onSaved()
    return recorded.operations
  }

  async function recordWith(drafts: readonly AuditDraft[], words: string | undefined, clears: readonly TextPlace[]) {
    return saving(async () => {
      const remember = undoStack.prepare(drafts, words)
      remember(await write(drafts, clears))
    })
  }

  let readTurn: Promise<void> = Promise.resolve()
  function onChange(change: StreamChange): void {
    if (change.stream !== stream || change.source === 'local') return
    readTurn = readTurn.then(async () => {
      const news = await readSince(db, stream, position)
      position = news.position
      show(news.operations)
    })
    // Reading again at the next change finds what this reading missed.
    readTurn = readTurn.catch(ignoreUnlessBug)
  }

  let snapshotTimer: ReturnType<typeof setTimeout> | undefined
  function scheduleSnapshot(): void {
    clearTimeout(snapshotTimer)
    snapshotTimer = setTimeout(writeSnapshot, snapshotAfterMs)
  }
  function writeSnapshot(): void {
    clearTimeout(snapshotTimer)
    // Only caches: an opening without them reads the log instead.
    void saveSnapshot(db, { stream, position, state: document.state }).catch(ignoreUnlessBug)
    void saveSummary(db, { stream, position, summary: summariseAudit(document) }).catch(ignoreUnlessBug)
  }

  const endWatch = db.watch(onChange)
  const open: OpenAudit = {
    stream,
    audit,
    templates: computed(() => pinnedTemplates(audit.value)),
    conflicts: computed(() => (void audit.value, listConflicts(document.state))),
    save,
    undoOffer: undoStack.offer,
    nameOf: (author) => audit.value.people.get(author as PersonId) ?? author.slice(0, 6),
    isThisDevice: (other) => other === device,
    entity: (id) => (void audit.value, document.entity(id)),
    record: (drafts, words) => (drafts.length === 0 ? Promise.resolve(true) : recordWith(drafts, words, [])),
    undo: async () => {
      const last = undoStack.last()
      if (last === undefined) return false
      const back = decideUndo(document.state, last.operations, last.earlier)
      undoStack.drop()
      if (!back.ok) return false
      return back.value.length === 0 || saving(async () => void (await write(back.value, [])))
    },
    readHistory: async (entity) => (await readHistory(db, stream, entity)).map(({ operation }) => operation),
    keepText: (place, text, draft) =>
      saving(() =>
        saveDraft(
          db,
          { stream, ...place },
          {
            kind: draft.kind,
            text,
            body: draft.body,
            seen: draft.supersedes,
            changedAt: now().toISOString(),
          },
        ),
      ),
    finishText: (place, drafts, words) =>
      drafts.length === 0 ? saving(() => dropDraft(db, { stream, ...place })) : recordWith(drafts, words, [place]),
    dropText: async (place) => void (await saving(() => dropDraft(db, { stream, ...place }))),
  }
  await recordLeftDrafts(open, db)
  if (opened.position.own > 0 || opened.position.cursor > 0) scheduleSnapshot()
  return {
    open,
    damage: damageOf(opened.damaged),
    close: () => {
      endWatch()
      if (snapshotTimer !== undefined) writeSnapshot()
    },
  }
}

function damageOf(damaged: readonly Damage[]): AuditDamage {
  return {
    ownEntries: damaged.filter(({ what }) => what === 'own-operation').length,
    isRefetched: damaged.some(({ what }) => what === 'segment'),
  }
}

/** Environment trouble while reading or caching is met again, and told, by the next save. */
function ignoreUnlessBug(error: unknown): void {
  if (!(error instanceof LocalDatabaseError)) throw error
}
