// What a field may say about its own text. `at` is an ISO instant: when the write completed on this device.

export type SavedState =
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'not-saved' }
