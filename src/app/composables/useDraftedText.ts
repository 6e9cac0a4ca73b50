// A text being typed: kept on the tablet while it grows, recorded as one operation when it rests. A colleague's edit never replaces it.
//
//   idle ──input──▶ typing ──300 ms──▶ saving ──on the tablet──▶ saved ──blur, 5 s of rest, leaving──▶ recorded, idle
//                     ▲                                    │
//                     └────────────── input ───────────────┘        any step ──error──▶ failed (the text stays on the screen)
import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'
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

export function useDraftedText(open: OpenAudit, field: DraftedField): DraftedText {
  const { now } = useAppServices()
  const text = ref(field.settled())
  const state = ref<DraftedTextState>('idle')
  const savedAt = ref<string>()
  const hasRemoteChange = ref(false)
  let typing: { readonly entity: EntityId; readonly decide: (text: string) => readonly AuditDraft[] } | undefined
  let isKept = false
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let finishTimer: ReturnType<typeof setTimeout> | undefined

  function onInput(value: string): void {
    typing ??= { entity: field.entity(), decide: field.sight() }
    text.value = value
    state.value = 'typing'
    isKept = false
    schedule()
  }

  function schedule(): void {
    clearTimers()
    keepTimer = setTimeout(() => void keep(), keepAfterMs)
    finishTimer = setTimeout(() => void finish(), finishAfterMs)
  }

  async function keep(): Promise<void> {
    if (typing === undefined || isKept) return
    const value = text.value
    const [draft] = typing.decide(value)
    if (draft === undefined) return
    state.value = 'saving'
    isKept = await open.keepText({ entity: typing.entity, register: field.register }, value, draft)
    settle(isKept, value)
  }

  async function finish(): Promise<void> {
    clearTimers()
    if (typing === undefined) return
    const { entity, decide } = typing
    const value = text.value
    const drafts = decide(value)
    typing = undefined
    const isSaved = await open.finishText({ entity, register: field.register }, drafts, field.words?.())
    if (isSaved) hasRemoteChange.value = false
    else if (field.entity() === entity) typing ??= { entity, decide }
    settle(isSaved, value)
  }

  /** What was written counts for the words beside the field only while the text is still the same. */
  function settle(isSaved: boolean, value: string): void {
    if (isSaved) savedAt.value = now().toISOString()
    if (value === text.value) state.value = isSaved ? 'saved' : 'failed'
  }

  function takeRemote(): void {
    clearTimers()
    if (typing !== undefined) void open.dropText({ entity: typing.entity, register: field.register })
    typing = undefined
    hasRemoteChange.value = false
    text.value = field.settled()
    state.value = 'idle'
  }

  function clearTimers(): void {
    clearTimeout(keepTimer)
    clearTimeout(finishTimer)
  }

  watch(field.settled, (recorded) => {
    if (typing === undefined) text.value = recorded
    else if (recorded !== text.value) hasRemoteChange.value = true
  })
  watch(field.entity, () => {
    void finish()
    text.value = field.settled()
    state.value = 'idle'
    savedAt.value = undefined
    hasRemoteChange.value = false
  })
  const stopWatching = watchLeaving(() => void finish())
  onScopeDispose(() => {
    stopWatching()
    void finish()
  })

  return {
    text: readonly(text),
    state: readonly(state),
    savedAt: readonly(savedAt),
    hasRemoteChange: readonly(hasRemoteChange),
    onInput,
    onBlur: () => void finish(),
    takeRemote,
  }
}
