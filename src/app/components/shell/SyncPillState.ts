// What the pill in the title bar can say (ui guide, section 8). One at a time: the caller picks the most urgent.

/** `at` is an ISO instant: of the last confirmed sync for `all-sent`, of the last save on this device otherwise. */
export type SyncPillState =
  /** Only after the server has confirmed everything. */
  | { readonly state: 'all-sent'; readonly at: string | null }
  /** `unsent` is given where the count says more than the time, as on the home screen. */
  | { readonly state: 'offline'; readonly at: string | null; readonly unsent?: number }
  | { readonly state: 'waiting'; readonly at: string | null; readonly entries: number; readonly photos: number }
  | { readonly state: 'sending'; readonly at: string | null; readonly done: number; readonly total: number }
  | { readonly state: 'conflict'; readonly at: string | null; readonly count: number }
  | { readonly state: 'refused'; readonly at: string | null; readonly count: number }
  | { readonly state: 'storage-low'; readonly at: string | null; readonly bytes: number }
  /** The disk is full, and what is typed goes into the room that was set aside for it. */
  | { readonly state: 'reserve'; readonly at: string | null }
  | { readonly state: 'not-saved'; readonly at: string | null }
