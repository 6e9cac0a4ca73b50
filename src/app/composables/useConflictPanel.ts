// Settling the conflicts of one place: their versions in words, the merged text kept while it is written, the choices recorded.
import { computed, onScopeDispose, reactive, ref, type ComputedRef } from 'vue'
import { useI18n, type ComposerTranslation } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { conflictPlace } from './conflictPlaces.ts'
import { createKeyedWork } from './createKeyedWork.ts'
import { useContentWords } from './useContentWords.ts'
import type { OpenAudit, TextPlace } from './OpenAudit.ts'
import type { SavedState } from '../components/base/SavedState.ts'
import type { ConflictChoices, ConflictView } from '../components/conflict/ConflictView.ts'
import { conflictKey, decideChoice, viewConflict } from '../components/conflict/viewConflict.ts'
import type { Conflict } from '../../domain/audit/listConflicts.ts'
import { measuresOf } from '../../domain/audit/measure.ts'

/** As for every text in progress: a pause after which it is on the tablet. */
const keepAfterMs = 300

export function useConflictPanel(open: OpenAudit, conflicts: ComputedRef<readonly Conflict[]>) {
  const { t } = useI18n()
  const contentWords = useContentWords()
  const { now, work } = useAppServices()
  const saved = reactive(new Map<string, SavedState>())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Texts that are not kept yet. */
  const unkept = createKeyedWork(work)
  /** Another tablet decided first: nothing was recorded, and the person looks again. */
  const wasSettledElsewhere = ref(false)

  const views = computed<readonly ConflictView[]>(() =>
    conflicts.value.map((conflict) => {
      const words = { ...contentWords.value, nameOf: open.nameOf, isThisDevice: open.isThisDevice }
      const view = viewConflict(conflict, words, labelOf(conflict, open, t))
      const kept = open.keptText(placeOf(conflict))
      return kept === undefined || view.merged === undefined ? view : { ...view, merged: kept }
    }),
  )

  const find = (key: string) => conflicts.value.find((conflict) => conflictKey(conflict) === key)

  function keep(key: string, text: string): void {
    saved.set(key, { state: 'saving' })
    unkept.begin(key)
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void keepNow(key, text), keepAfterMs),
    )
  }

  async function keepNow(key: string, text: string): Promise<void> {
    timers.delete(key)
    const conflict = find(key)
    const decided = conflict && decideChoice(conflict, { type: 'merged', text })
    const draft = decided?.ok ? decided.value[0] : undefined
    const isKept = conflict && draft && (await open.keepText(placeOf(conflict), text, draft))
    if (timers.has(key)) return
    if (isKept !== undefined)
      saved.set(key, isKept ? { state: 'saved', at: now().toISOString() } : { state: 'not-saved' })
    // Nothing to keep any more counts as kept: another tablet settled it.
    if (isKept !== false) unkept.end(key)
  }

  async function settle(choices: ConflictChoices): Promise<void> {
    wasSettledElsewhere.value = false
    const chosen = [...choices].map(([key, choice]) => ({ key, choice, conflict: find(key) }))
    for (const { key, choice, conflict } of chosen) {
      clearTimeout(timers.get(key))
      timers.delete(key)
      const decided = conflict && decideChoice(conflict, choice)
      if (conflict === undefined || !decided?.ok) wasSettledElsewhere.value = true
      else await open.finishText(placeOf(conflict), decided.value)
      unkept.end(key)
    }
  }

  onScopeDispose(() => {
    for (const timer of timers.values()) clearTimeout(timer)
    unkept.endAll()
  })

  return { views, saved, keep, settle, wasSettledElsewhere }
}

function placeOf({ entity, name }: Conflict): TextPlace {
  return { entity, register: name }
}

function labelOf({ entity, name }: Conflict, open: OpenAudit, t: ComposerTranslation): string {
  const field = t(`conflict.register.${name}`)
  const place = conflictPlace(open.audit.value, entity)
  if (place.type !== 'finding' || place.measure === undefined) return field
  const index = measuresOf(open.audit.value, place.finding).findIndex(({ id }) => id === place.measure)
  return t('conflict.place.measure', { position: index + 1, field })
}
