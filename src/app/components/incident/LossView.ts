// What is known about entries that this tablet no longer has.

export type LossView =
  | { readonly state: 'counting' }
  /** There is no connection to ask the server by. */
  | { readonly state: 'unknown' }
  /** `onlyHere` is null where nothing tells how many there were. */
  | { readonly state: 'known'; readonly onServer: number; readonly onlyHere: number | null }

/**
 * `marks`: per audit the n up to which the server has this tablet's entries. `heads`: how far the tablet had written, as noted
 * outside of what was lost; the note may be a moment old, and then the server may know of more.
 */
export function viewLoss(marks: ReadonlyMap<string, number>, heads: ReadonlyMap<string, number> | undefined): LossView {
  const onServer = [...marks.values()].reduce((sum, n) => sum + n, 0)
  if (heads === undefined) return { state: 'known', onServer, onlyHere: null }
  const missing = [...heads].map(([stream, n]) => Math.max(0, n - (marks.get(stream) ?? 0)))
  return { state: 'known', onServer, onlyHere: missing.reduce((sum, n) => sum + n, 0) }
}
