// This tablet's storage for screens: how full it is, and whether the browser promised to keep it.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useSessionStore } from '../stores/useSessionStore.ts'
import { persistStorage, readStorageState } from '../../device/storage.ts'

/** Bytes. */
export interface StorageRoom {
  readonly used: number
  readonly quota: number
}

/** Room changes slowly; asking costs the browser a walk over its files. */
const lookAgainMs = 60_000

export interface StorageAccess {
  readonly storage: Readonly<ShallowRef<StorageRoom | null>>
  readonly persistence: Readonly<Ref<'persisted' | 'not-persisted' | 'refused'>>
  readonly askToPersist: () => Promise<void>
}

export function useStorage(): StorageAccess {
  const session = useSessionStore()
  const storage = shallowRef<StorageRoom | null>(null)
  const persistence = ref<'persisted' | 'not-persisted' | 'refused'>('not-persisted')
  const look = async () => {
    const { usedBytes, freeBytes, isPersisted } = await readStorageState()
    storage.value = usedBytes === null || freeBytes === null ? null : { used: usedBytes, quota: usedBytes + freeBytes }
    if (isPersisted) persistence.value = 'persisted'
  }
  void look()
  const timer = setInterval(() => void look(), lookAgainMs)
  onScopeDispose(() => clearInterval(timer))
  return {
    storage,
    persistence,
    async askToPersist() {
      const isKept = await persistStorage()
      persistence.value = isKept ? 'persisted' : 'refused'
      session.mayBeCleared = !isKept
    },
  }
}
