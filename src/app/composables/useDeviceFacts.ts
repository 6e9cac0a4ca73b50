// What the home screen says about this tablet: usable offline, what waits to be sent, when it last met the server, how full it is.
import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useStorage } from './useStorage.ts'
import { localDay } from './useClock.ts'
import { watchOfflineReady } from '../../device/watchOfflineReady.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { useSessionStore } from '../stores/useSessionStore.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'

export interface DeviceFacts {
  readonly isReady: boolean
  readonly unsent: { readonly entries: number; readonly photos: number }
  readonly lastSync: { readonly at: string; readonly on: CalendarDay } | null
  readonly storage: { readonly used: number; readonly quota: number | null } | null
  readonly mayBeCleared: boolean
}

export function useDeviceFacts(): ComputedRef<DeviceFacts> {
  const { status } = storeToRefs(useSyncStore())
  const { storage } = useStorage()
  const { mayBeCleared } = storeToRefs(useSessionStore())
  const isReady = ref(false)
  onScopeDispose(watchOfflineReady(() => (isReady.value = true)))
  return computed(() => {
    const { unsent, lastSyncedAt } = status.value
    const lastSync = lastSyncedAt === null ? null : { at: lastSyncedAt, on: localDay(new Date(lastSyncedAt)) }
    return { isReady: isReady.value, unsent, lastSync, storage: storage.value, mayBeCleared: mayBeCleared.value }
  })
}
