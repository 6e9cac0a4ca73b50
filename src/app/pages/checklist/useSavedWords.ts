// What stands beside a drafted text: 保存中…, 保存済み 14:32. A text that was recorded earlier is saved, without a time.
import { computed, type ComputedRef } from 'vue'
import type { SavedState } from '../../components/base/SavedState.ts'
import type { DraftedText } from '../../composables/useDraftedText.ts'

export function useSavedWords(drafted: DraftedText): ComputedRef<SavedState | undefined> {
  return computed(() => {
    switch (drafted.state.value) {
      case 'typing':
      case 'saving':
        return { state: 'saving' }
      case 'saved':
        return { state: 'saved', at: drafted.savedAt.value ?? null }
      case 'failed':
        return { state: 'not-saved' }
      case 'idle':
        return drafted.text.value === '' ? undefined : { state: 'saved', at: null }
    }
  })
}
