// Which theme is shown: the person's choice, or what the device says. Sets it, and the handling choices, on the document.
import { computed, onScopeDispose, shallowRef, watchEffect, type ComputedRef } from 'vue'
import { usePreferencesStore } from '../stores/usePreferencesStore.ts'
import type { Theme } from '../components/shell/Theme.ts'
import { watchMedia } from '../../device/watchMedia.ts'

export interface ThemeAccess {
  readonly theme: ComputedRef<Theme>
  /** Light and dark in one tap, from whichever theme. */
  readonly toggle: () => void
}

export function useTheme(): ThemeAccess {
  const { preferences } = usePreferencesStore()
  const prefersDark = shallowRef(false)
  const prefersContrast = shallowRef(false)
  onScopeDispose(watchMedia('(prefers-color-scheme: dark)', (matches) => (prefersDark.value = matches)))
  onScopeDispose(watchMedia('(prefers-contrast: more)', (matches) => (prefersContrast.value = matches)))
  const theme = computed((): Theme => {
    if (preferences.theme !== 'device') return preferences.theme
    if (prefersContrast.value) return 'contrast'
    return prefersDark.value ? 'dark' : 'light'
  })
  watchEffect(() => {
    const { dataset } = document.documentElement
    dataset['theme'] = theme.value
    dataset['hand'] = preferences.hand
    if (preferences.hasLargeTargets) dataset['gloves'] = 'on'
    else delete dataset['gloves']
  })
  return {
    theme,
    toggle: () => {
      preferences.theme = theme.value === 'dark' ? 'light' : 'dark'
    },
  }
}
