// Opens one audit for the screens: what they read follows the log, what they change goes through the one door.
import { computed, toValue } from 'vue'
import type { AppServices } from './appServices.ts'
import { createSaver, SaveRefused, type Saver } from './createSaver.ts'
import { createUndoStack, type UndoStack } from './createUndoStack.ts'
import { followAudit, type FollowedAudit } from './followAudit.ts'
import type { LongRecording, OpenAudit, TextPlace } from './OpenAudit.ts'
import { recordLeftDrafts } from './recordLeftDrafts.ts'
import { afterPaint } from '../../device/afterPaint.ts'
import type { Person } from '../stores/useSessionStore.ts'
import { auditKinds, type AuditDraft } from '../../domain/audit/auditKinds.ts'
import { decideIntroduce } from '../../domain/audit/decideIntroduce.ts'
import { decideUndo } from '../../domain/audit/decideUndo.ts'
import { listConflicts } from '../../domain/audit/listConflicts.ts'
import { listLate } from '../../domain/audit/listLate.ts'
import { pinnedTemplates } from '../../domain/audit/pinnedTemplates.ts'
import { isSealedKind, signOffOf } from '../../domain/audit/signOff.ts'
import { splitDot, type PersonId, type StreamId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { Template } from '../../domain/template/Template.ts'
import type { DraftContent } from '../../localdb/LocalRows.ts'
import { dropDraft } from '../../localdb/dropDraft.ts'
import { listUnsent } from '../../localdb/listUnsent.ts'
import { readDrafts } from '../../localdb/readDrafts.ts'
import { readHistory } from '../../localdb/readHistory.ts'
import type { Damage } from '../../localdb/readStreamLog.ts'
import { recordOperations } from '../../localdb/recordOperations.ts'
import { saveDraft } from '../../localdb/saveDraft.ts'
import type { EvidenceFile } from '../../localdb/sealEvidence.ts'

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
  /** Ends the watching and writes the caches. */
  readonly close: () => void
}

/** Opens the audit and records texts that an earlier session left in progress. Rejects with `LocalDatabaseError`. */
export async function createOpenAudit(
  services: AppServices,
  stream: StreamId,
  person: () => Person,
): Promise<OpenedAudit> {
  const followed = await followAudit(services.db, stream)
  const open: OpenAudit = {
    stream,
    ...readingPart(services, followed, stream),
    ...writingPart(services, followed, { stream, person, kept: await readKeptTexts(services, stream) }),
  }
  await recordLeftDrafts(open, services.db)
  return { open, damage: damageOf(followed.damaged), close: followed.close }
}

type Reading = Exclude<keyof OpenAudit, 'stream' | Writing>
type Writing =
  | 'save'
  | 'undoOffer'
  | 'undoSteps'
  | 'record'
  | 'recordFiles'
  | 'undo'
  | 'keepText'
  | 'keepWords'
  | 'keptText'
  | 'finishText'
  | 'dropText'

function readingPart({ db, device }: AppServices, followed: FollowedAudit, stream: StreamId): Pick<OpenAudit, Reading> {
  const { audit, document } = followed
  /** The state changes in place: touching the view makes whoever computes from the state depend on every change. */
  const current = () => {
    toValue(audit)
    return document.state
  }
  return {
    audit,
    templates: computed<readonly Template[]>((before) => sameOr(before, pinnedTemplates(audit.value))),
    conflicts: computed(() => listConflicts(current())),
    signOff: computed(() => signOffOf(audit.value)),
    late: computed(() => listLate(current())),
    sight: () => ({ audit: audit.value, state: current() }),
    isUnsent: async (dot) => {
      const { device: by, n } = splitDot(dot)
      if (by !== device) return false
      return (await listUnsent(db)).some((run) => run.stream === stream && run.from <= n && n <= run.to)
    },
    nameOf: (author) => audit.value.people.get(author as PersonId) ?? author.slice(0, 6),
    isThisDevice: (other) => other === device,
    entity: (id) => current().entities.get(id),
    readHistory: async (entity) => (await readHistory(db, stream, entity)).map(({ operation }) => operation),
    readLog: (entity) => readHistory(db, stream, entity),
  }
}

/** The earlier list where the new one says the same: an answer must not have a thousand questions listed anew. */
function sameOr(before: readonly Template[] | undefined, next: readonly Template[]): readonly Template[] {
  const isSame = before?.length === next.length && next.every((template, index) => template === before[index])
  return isSame ? before : next
}

/** Place → text in progress. */
type KeptTexts = Map<string, string>

const placeKey = ({ entity, register }: TextPlace) => `${entity} ${register}`

async function readKeptTexts({ db }: AppServices, stream: StreamId): Promise<KeptTexts> {
  const drafts = await readDrafts(db, stream)
  return new Map(drafts.flatMap(({ key, content }) => (content === undefined ? [] : [[placeKey(key), content.text]])))
}

interface Authorship {
  readonly stream: StreamId
  readonly kept: KeptTexts
  readonly person: () => Person
}

type Words = Parameters<OpenAudit['record']>[1]

function writingPart(
  services: AppServices,
  followed: FollowedAudit,
  { stream, person, kept }: Authorship,
): Pick<OpenAudit, Writing> {
  const { db, now, work } = services
  const state = () => followed.document.state
  const saver = createSaver(now)
  const saving: Saver['saving'] = (write) => {
    const end = work.begin()
    return saver.saving(write).finally(end)
  }
  const undoStack = createUndoStack(state)

  async function dropText(place: TextPlace): Promise<void> {
    kept.delete(placeKey(place))
    await saving(() => dropDraft(db, { stream, ...place }))
  }

  const write = createWriter(services, followed, { stream, person })
  const { record, recordAndShow } = createRecording(followed, { saving, undoStack, write })

  return {
    save: saver.state,
    ...undoable(followed, undoStack),
    record: (decide, words, watch) => recordAndShow(decide, words, watch && { watch }),
    recordFiles: (decide, files, words) => recordAndShow(decide, words, { files }),
    async undo() {
      const last = undoStack.take()
      if (last === undefined) return false
      let isRefused = false
      // Decided in its turn: what an undo right before this one brings back is there by then.
      const isSaved = await saving(async () => {
        const back = decideUndo(state(), [...last.operations, ...last.restored], last.earlier)
        isRefused = !back.ok
        if (!back.ok || back.value.length === 0) return
        await write(back.value, { took: (written) => undoStack.undone(last, written) })
        followed.showTaken()
      })
      return isSaved && !isRefused
    },
    keepText(place, text, draft) {
      kept.set(placeKey(place), text)
      return saving(() => {
        refuseUnreadable([draft])
        return saveDraft(db, { stream, ...place }, contentOf(draft, text, now()))
      })
    },
    async keepWords(place, words) {
      if (words === '') return dropText(place)
      kept.set(placeKey(place), words)
      await saving(() => saveDraft(db, { stream, ...place }, wordsContent(words, now())))
    },
    keptText: (place) => kept.get(placeKey(place)),
    finishText(place, drafts, words) {
      kept.delete(placeKey(place))
      const isUnchanged = drafts.length === 0
      return isUnchanged
        ? saving(() => dropDraft(db, { stream, ...place }))
        : record(() => drafts, words, { finished: place })
    },
    dropText,
  }
}

interface RecordingParts {
  readonly saving: Saver['saving']
  readonly undoStack: UndoStack
  readonly write: Writer
}

/** What every change goes through, and when the screens draw it. */
function createRecording(followed: FollowedAudit, { saving, undoStack, write }: RecordingParts) {
  function record(decide: () => readonly AuditDraft[], words?: Words, how: WritingHow = {}): Promise<boolean> {
    return saving(async () => {
      // Deciders also look through the screens' eyes.
      followed.showTaken()
      const drafts = decide()
      if (drafts.length === 0) return
      // A text that was begun before the audit was signed off is kept, and waits; nothing new is begun.
      if (how.finished === undefined) refuseSealed(followed, drafts)
      const remember = words === undefined ? undefined : undoStack.prepare(drafts)
      const say = saidMeanwhile(words)
      // Also of a long recording that fails on its way: what is saved of it can be taken back.
      const saved: Operation[] = []
      const took = (operations: readonly Operation[]) => void saved.push(...operations)
      await write(drafts, { ...how, took }).finally(() => remember?.(saved, say()))
      // Whoever types on builds upon what the screen shows.
      if (how.finished !== undefined) followed.showTaken()
    })
  }

  /** That it is saved is said first; counts, lists and the next question are drawn once that can be read. */
  async function recordAndShow(decide: () => readonly AuditDraft[], words?: Words, how?: WritingHow): Promise<boolean> {
    const isSaved = await record(decide, words, how)
    if (isSaved) await afterPaint()
    followed.showTaken()
    return isSaved
  }

  return { record, recordAndShow }
}

/** What can be taken back, up to what a sign-off covers by now. */
function undoable(followed: FollowedAudit, { steps }: UndoStack): Pick<OpenAudit, 'undoOffer' | 'undoSteps'> {
  const undoSteps = computed(() => {
    const latestFirst = [...steps.value].reverse()
    const sealed = latestFirst.findIndex(({ operations }) => isSealedNow(followed, operations))
    return sealed === -1 ? latestFirst : latestFirst.slice(0, sealed)
  })
  return { undoOffer: computed(() => undoSteps.value[0]), undoSteps }
}

/** Words are put together while the database writes: neither the tap nor the saying of it waits for them. */
function saidMeanwhile(words: Words): () => string {
  if (typeof words !== 'function') return () => words ?? ''
  let said: string | undefined
  const say = () => (said ??= words())
  setTimeout(say)
  return say
}

function isSealedNow({ audit }: FollowedAudit, entries: readonly { readonly kind: string }[]): boolean {
  return signOffOf(audit.value) !== undefined && entries.some(({ kind }) => isSealedKind(kind))
}

function refuseSealed(followed: FollowedAudit, drafts: readonly AuditDraft[]): void {
  if (isSealedNow(followed, drafts)) throw new SaveRefused('signed-off')
}

interface WritingHow {
  /** The text in progress that the drafts come from. */
  readonly finished?: TextPlace
  readonly watch?: LongRecording
  /** Saved with the drafts, which are few. */
  readonly files?: readonly EvidenceFile[]
  /** Takes what was recorded, part by part. */
  readonly took?: (operations: readonly Operation[]) => void
}

type Writer = (drafts: readonly AuditDraft[], how?: WritingHow) => Promise<void>

/** More drafts than a person makes by one tap. Encoding and saving so many holds up no frame for long. */
const mostAtOnce = 100

/** Records through the one door and folds in what was recorded. Up to `mostAtOnce` drafts are saved together or not at all. */
function createWriter(services: AppServices, followed: FollowedAudit, by: Omit<Authorship, 'kept'>): Writer {
  const { db, device, now, clockOffset, randomId } = services
  const { stream } = by
  return async (drafts, { finished, watch, files = [], took } = {}) => {
    refuseUnreadable(drafts)
    const author = by.person()
    const all = [...decideIntroduce(followed.document.state, author), ...drafts]
    for (let done = 0; done < all.length && watch?.isCancelled() !== true; done += mostAtOnce) {
      const recorded = await recordOperations(db, {
        source: 'local',
        stream,
        drafts: all.slice(done, done + mostAtOnce),
        context: { device, author: author.id, at: now().toISOString(), offset: clockOffset(), salt: randomId },
        clearsDrafts: finished === undefined ? [] : [{ stream, ...finished }],
        files: done === 0 ? files : [],
      })
      took?.(recorded.operations)
      followed.take(recorded)
      watch?.saved(Math.min(done + mostAtOnce, all.length))
    }
  }
}

/** What its own kind cannot read would be saved and never be seen again. The only such thing that a person can enter is a text without end. */
function refuseUnreadable(drafts: readonly AuditDraft[]): void {
  if (drafts.some(({ kind, body }) => auditKinds[kind].parse(body) === undefined))
    throw new SaveRefused('text-too-long')
}

function contentOf({ kind, body, supersedes }: AuditDraft, text: string, at: Date): DraftContent {
  return { kind, text, body, seen: supersedes, changedAt: at.toISOString() }
}

/** No kind reads it: it stays words until somebody sends them. */
function wordsContent(text: string, at: Date): DraftContent {
  return { kind: '', text, body: {}, seen: [], changedAt: at.toISOString() }
}

function damageOf(damaged: readonly Damage[]): AuditDamage {
  return {
    ownEntries: damaged.filter(({ what }) => what === 'own-operation').length,
    isRefetched: damaged.some(({ what }) => what === 'segment'),
  }
}
