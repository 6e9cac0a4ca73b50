// Where the card of the audit in progress leads.
import type { RouteLocationRaw } from 'vue-router'

export interface ContinueLinks {
  readonly checklist: RouteLocationRaw
  /** null where the audit has no media checklist. */
  readonly media: RouteLocationRaw | null
  readonly findings: RouteLocationRaw
  /** Whether the tablet is ready to leave for it. */
  readonly readiness: RouteLocationRaw
}

/** The first unanswered question, in the words shown: number 2-4, its section, the question itself. */
export interface NextQuestion {
  readonly number: string
  readonly section: string
  readonly question: string
  readonly to: RouteLocationRaw
}
