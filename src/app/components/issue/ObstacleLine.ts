// One thing that stands in the way: a sentence, and where a person puts it right.
import type { RouteLocationRaw } from 'vue-router'

export interface ObstacleLine {
  readonly key: string
  readonly words: string
  /** Two versions wait for a decision. */
  readonly isConflict: boolean
  /** Undefined where no screen of this tablet can help. */
  readonly to: RouteLocationRaw | undefined
}
