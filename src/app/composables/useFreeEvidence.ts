// Makes room on this tablet: lets evidence go that the server has shown to have, and its backups too. What is here alone never goes.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { FreeingState } from '../components/settings/FreeingState.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { createEvidenceTransport } from '../../device/evidenceTransport.ts'
import { evidenceStorage } from '../../localdb/evidenceStorage.ts'

export interface FreeEvidence {
  /** Undefined until it has been looked up. */
  readonly state: Readonly<ShallowRef<FreeingState | undefined>>
  readonly free: () => Promise<void>
}

export function useFreeEvidence(): FreeEvidence {
  const { db, randomId } = useAppServices()
  const { status } = storeToRefs(useSyncStore())
  const state = shallowRef<FreeingState>()
  let isOver = false
  onScopeDispose(() => {
    isOver = true
  })

  async function look(outcome: FreeingState['outcome']): Promise<void> {
    const { stored } = (await evidenceStorage(db)).by
    if (!isOver) state.value = { ...stored, outcome }
  }
  const lookAgain = () => void look(state.value?.outcome ?? { state: 'untried' }).catch(ignoreUnlessBug)
  watch(() => status.value.unsent.photos, lookAgain, { immediate: true })

  return {
    state,
    async free() {
      if (state.value === undefined || state.value.outcome.state === 'running') return
      state.value = { ...state.value, outcome: { state: 'running' } }
      try {
        // It brings the protocol with it, which no screen needs to start.
        const { freeStored } = await import('../../sync/freeStored.ts')
        const random = { id: randomId, fraction: () => Math.random() }
        const bytes = await freeStored({ db, evidence: { transport: createEvidenceTransport() }, random })
        await look({ state: 'done', bytes })
      } catch (error) {
        ignoreUnlessBug(error)
        await look({ state: 'done', bytes: 0 }).catch(ignoreUnlessBug)
      }
    },
  }
}
