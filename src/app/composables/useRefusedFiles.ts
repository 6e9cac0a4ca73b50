// Files of evidence that the server has refused. They stay on this tablet, and go up once more only when a person asks.
import { computed, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { useReasonWords } from './useReasonWords.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import { offerEvidenceAgain } from '../../localdb/markEvidence.ts'
import type { RefusedFile } from '../../sync/SyncStatus.ts'

export interface RefusedFiles {
  /** Of those asked for. */
  readonly refused: ComputedRef<readonly RefusedFile[]>
  /** Why, each reason once, as sentences. */
  readonly reasons: ComputedRef<readonly string[]>
  /** Hashes of what another try may bring further. */
  readonly sendable: ComputedRef<readonly string[]>
  readonly sendAgain: (sha256s: readonly string[]) => Promise<void>
}

export function useRefusedFiles(isAskedFor: (sha256: string) => boolean): RefusedFiles {
  const reasonOf = useReasonWords()
  const { status } = storeToRefs(useSyncStore())
  const refused = computed(() => status.value.refusedFiles.filter(({ sha256 }) => isAskedFor(sha256)))
  const codes = computed(() => [...new Set(refused.value.map(({ code }) => code))])
  return {
    refused,
    reasons: computed(() => codes.value.map(reasonOf)),
    sendable: computed(() => refused.value.filter(isWorthAnotherTry).map(({ sha256 }) => sha256)),
    sendAgain: useSendAgain(),
  }
}

/** What is damaged on this tablet will be refused for ever. */
export function isWorthAnotherTry({ code }: Pick<RefusedFile, 'code'>): boolean {
  return code !== 'damaged'
}

export function useSendAgain(): (sha256s: readonly string[]) => Promise<void> {
  const { db, syncNow } = useAppServices()
  return async (sha256s) => {
    try {
      for (const sha256 of sha256s) await offerEvidenceAgain(db, sha256)
    } catch (error) {
      ignoreUnlessBug(error)
    }
    syncNow()
  }
}
