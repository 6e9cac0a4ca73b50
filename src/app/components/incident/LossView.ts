// What is known about entries that this tablet no longer has.

export type LossView =
  | { readonly state: 'counting' }
  /** There is no connection to ask the server by. */
  | { readonly state: 'unknown' }
  /** `onlyHere` is null where nothing tells how many there were. */
  | { readonly state: 'known'; readonly onServer: number; readonly onlyHere: number | null }
