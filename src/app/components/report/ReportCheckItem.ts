// One line of the check list before printing: a sentence, and where a person puts it right.
import type { RouteLocationRaw } from 'vue-router'

export interface ReportCheckItem {
  readonly key: string
  readonly words: string
  /** Two versions wait for a decision. */
  readonly isConflict: boolean
  readonly to: RouteLocationRaw
}
