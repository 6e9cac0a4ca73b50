// A late entry as the screen shows it: whose it is, where it belongs, and what would change, in words.
import type { RouteLocationRaw } from 'vue-router'

export interface LateChangeView {
  readonly key: string
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface LateView {
  readonly key: string
  readonly place: string
  readonly to: RouteLocationRaw | undefined
  readonly who: string
  /** Entered on this very tablet: its people learn why it does not show. */
  readonly isMine: boolean
  readonly changes: readonly LateChangeView[]
  /** Who set it aside and why; undefined while it waits. */
  readonly decision: string | undefined
}
