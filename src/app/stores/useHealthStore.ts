// What this page lacks while everything else works: a part of the app that could not be loaded.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** `to` is the address that could not be shown; a screen that is missing is opened there once the page is loaded anew. */
export type MissingPart =
  { readonly part: 'screen'; readonly to: string } | { readonly part: 'sending' | 'language' | 'panel' }

export const useHealthStore = defineStore('health', () => {
  const missing = shallowRef<MissingPart>()
  return { missing }
})
