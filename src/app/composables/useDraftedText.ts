// A text being typed: kept on the tablet while it grows, recorded as one operation when it rests. A colleague's edit never replaces it.
//
//   idle ──input──▶ typing ──300 ms──▶ saving ──on the tablet──▶ saved ──blur, 5 s of rest, leaving──▶ recorded, idle
//                     ▲                                    │
//                     └────────────── input ───────────────┘        any step ──error──▶ failed (the text stays, and 5 s later is tried again)
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'
import { createKeyedWork } from './createKeyedWork.ts'
import type { OpenAudit } from './OpenAudit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { watchLeaving } from '../../device/watchLeaving.ts'

/** A pause in typing after which the text is kept. Longer, and a killed browser would lose more than a breath's worth of words. */
const keepAfterMs = 300
/** A rest after which the text is finished. Shorter, and every thought would become an operation of its own. */
const finishAfterMs = 5_000

export interface DraftedField {
  readonly entity: () => EntityId
  readonly register: string
  /** The text as recorded. */
  readonly settled: () => string
  /** Called when typing begins: what it returns turns text into drafts by the sight of that moment, so that later edits of others conflict. */
  readonly sight: () => (text: string) => readonly AuditDraft[]
  readonly words?: () => string
}

export type DraftedTextState = 'idle' | 'typing' | 'saving' | 'saved' | 'failed'

export interface DraftedText {
  readonly text: Readonly<Ref<string>>
  readonly state: Readonly<Ref<DraftedTextState>>
  /** ISO instant of the last completed write. */
  readonly savedAt: Readonly<Ref<string | undefined>>
  /** Somebody else changed the recorded text while this one was being typed. */
  readonly hasRemoteChange: Readonly<Ref<boolean>>
  readonly onInput: (text: string) => void
  readonly onBlur: () => void
  /** Gives up the text in progress and shows the recorded one. */
  readonly takeRemote: () => void
}

/** What typing began with. It stays the same until the text is recorded or given up. */
interface Typing {
  readonly entity: EntityId
  readonly decide: (text: string) => readonly AuditDraft[]
}

export function useDraftedText(open: OpenAudit, field: DraftedField): DraftedText {
  const { now, work } = useAppServices()
  const { text, state, savedAt, hasRemoteChange, settle, showRecorded } = createShownText(field, now)
  let typing: Typing | undefined
  let isKept = false
  const unrecorded = createKeyedWork(work)
  const pauses = watchPauses(
    () => void keep(),
    () => void finish(),
  )

  function onInput(value: string): void {
    typing ??= { entity: field.entity(), decide: field.sight() }
    unrecorded.begin(field.register, finish)
    text.value = value
    state.value = 'typing'
    isKept = false
    pauses.begin()
  }

  async function keep(): Promise<void> {
    if (typing === undefined || isKept) return
    const value = text.value
    const [draft] = typing.decide(value)
    if (draft === undefined) return
    state.value = 'saving'
    const isSaved = await open.keepText({ entity: typing.entity, register: field.register }, value, draft)
    // Words typed meanwhile are not in what was kept: they wait for the next pause.
    isKept = isSaved && value === text.value
    settle(isSaved, value)
  }

  async function finish(): Promise<void> {
    pauses.end()
    if (typing === undefined) return
    const { entity, decide } = typing
    const value = text.value
    typing = undefined
    const isSaved = await open.finishText({ entity, register: field.register }, decide(value), field.words?.())
    if (isSaved) hasRemoteChange.value = false
    else if (field.entity() === entity) {
      typing ??= { entity, decide }
      // Room may be made at any moment, and the person need not touch the text for it to be saved then.
      pauses.rest()
    }
    if (typing === undefined) unrecorded.endAll()
    settle(isSaved, value)
  }

  function takeRemote(): void {
    pauses.end()
    if (typing !== undefined) void open.dropText({ entity: typing.entity, register: field.register })
    typing = undefined
    unrecorded.endAll()
    showRecorded()
  }

  watchField(field, {
    onRecorded(recorded) {
      if (typing === undefined) text.value = recorded
      else hasRemoteChange.value ||= recorded !== text.value
    },
    onMoved: showRecorded,
    onLeaving: () => void finish(),
  })
  return { text, state, savedAt, hasRemoteChange, onInput, onBlur: () => void finish(), takeRemote }
}

/** What the field shows of a text: the words, and how safe they are. */
function createShownText(field: DraftedField, now: () => Date) {
  const text = ref(field.settled())
  const state = ref<DraftedTextState>('idle')
  const savedAt = ref<string>()
  const hasRemoteChange = ref(false)

  /** What was written counts for the words beside the field only while the text is still the same. */
  function settle(isSaved: boolean, value: string): void {
    if (isSaved) savedAt.value = now().toISOString()
    if (value === text.value) state.value = isSaved ? 'saved' : 'failed'
  }

  function showRecorded(): void {
    hasRemoteChange.value = false
    text.value = field.settled()
    state.value = 'idle'
    savedAt.value = undefined
  }

  return { text, state, savedAt, hasRemoteChange, settle, showRecorded }
}

interface FieldEvents {
  readonly onRecorded: (text: string) => void
  /** The field stands for another entity now; leaving the one before was told first. */
  readonly onMoved: () => void
  readonly onLeaving: () => void
}

function watchField(field: DraftedField, { onRecorded, onMoved, onLeaving }: FieldEvents): void {
  watch(field.settled, onRecorded)
  watch(field.entity, () => {
    onLeaving()
    onMoved()
  })
  onScopeDispose(watchLeaving(onLeaving))
  onScopeDispose(onLeaving)
}

/** Tells of a short pause and of a long rest after the last keystroke. */
function watchPauses(
  onPause: () => void,
  onRest: () => void,
): { begin: () => void; rest: () => void; end: () => void } {
  let pause: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(pause)
    clearTimeout(rest)
  }
  const beginRest = () => {
    clearTimeout(rest)
    rest = setTimeout(onRest, finishAfterMs)
  }
  return {
    begin() {
      beginRest()
      clearTimeout(pause)
      pause = setTimeout(onPause, keepAfterMs)
    },
    rest: beginRest,
    end,
  }
}
