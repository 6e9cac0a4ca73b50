// One line of the list behind the pill, already in the auditor's words.
import type { RouteLocationRaw } from 'vue-router'

export interface UnsentItem {
  readonly id: string
  /** Such as: 2-4 判定 不適合. */
  readonly title: string
  /** Such as the audit it belongs to and the time it was saved. */
  readonly detail: string
  /** Where it was written, so that it can be looked at. */
  readonly to?: RouteLocationRaw
  /** Of a refused file that can be sent once more: its hash. */
  readonly file?: string
}

/** What the server did not take for one and the same reason. */
export interface RefusedGroup {
  readonly id: string
  /** Why, what is safe and what to do, as sentences. */
  readonly reason: string
  readonly items: readonly UnsentItem[]
}
