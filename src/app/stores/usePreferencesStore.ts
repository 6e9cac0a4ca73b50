// How this person likes the screens of this tablet. No audit data, so it lives outside the database and is there before it opens.
import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { readPreferences, writePreferences, type Preferences } from '../../device/preferences.ts'

export const usePreferencesStore = defineStore('preferences', () => {
  const preferences = reactive<Preferences>({ ...readPreferences() })
  watch(preferences, (changed) => writePreferences({ ...changed }), { flush: 'sync' })
  return { preferences }
})
