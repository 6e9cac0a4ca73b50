// How sending stands, as the sync engine of the network tab reports it.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SyncStatus } from '../../sync/SyncStatus.ts'

export const useSyncStore = defineStore('sync', () => {
  const status = shallowRef<SyncStatus>()
  return { status }
})
