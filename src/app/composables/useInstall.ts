// How this tablet gets the app onto its home screen, and whether that is worth a hint.
import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { installWayOf, isHintDue, type InstallWay } from '../components/install/installWayOf.ts'
import { usePreferencesStore } from '../stores/usePreferencesStore.ts'
import { readInstallFacts } from '../../device/readInstallFacts.ts'

export interface InstallAccess {
  readonly way: ComputedRef<InstallWay>
  readonly isHintDue: (hasAudits: boolean) => boolean
  readonly closeHint: () => void
  readonly install: () => Promise<void>
}

export function useInstall(): InstallAccess {
  const { installPrompt } = useAppServices()
  const { preferences } = usePreferencesStore()
  const facts = readInstallFacts()
  const isOffered = ref(false)
  onScopeDispose(installPrompt.watch((isSo) => (isOffered.value = isSo)))
  const way = computed(() => installWayOf({ ...facts, isOffered: isOffered.value }))
  const closeHint = () => {
    preferences.hasReadInstallHint = true
  }
  return {
    way,
    // One card at a time.
    isHintDue: (hasAudits) =>
      !preferences.isTourOpen && isHintDue(way.value, { hasRead: preferences.hasReadInstallHint, hasAudits }),
    closeHint,
    async install() {
      closeHint()
      await installPrompt.ask()
    },
  }
}
