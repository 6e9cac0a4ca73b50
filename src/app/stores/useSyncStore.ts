// How sending stands, as the sync engine of the network tab reports it.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { initialStatus, type SyncStatus } from '../../sync/SyncStatus.ts'

export const useSyncStore = defineStore('sync', () => {
  const status = shallowRef<SyncStatus>(initialStatus)
  return { status }
})
