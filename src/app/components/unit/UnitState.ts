// How far the unit has come with the measures of one finding, as its own lists say it.
import { CircleCheck, CircleDashed, PencilLine, Send, Undo2 } from '@lucide/vue'
import type { Component } from 'vue'
import type { ChipRole } from '../base/ChipRole.ts'
import type { UnitState } from '../../../domain/audit/unitStateOf.ts'

/** What is listed: one state, or every one. */
export type StateFilter = UnitState | 'all'

interface UnitStateLook {
  /** Amber is what the unit has to act on. */
  readonly role: ChipRole
  readonly icon: Component
}

export const unitStateLooks: Readonly<Record<UnitState, UnitStateLook>> = {
  unanswered: { role: 'part', icon: CircleDashed },
  draft: { role: 'na', icon: PencilLine },
  submitted: { role: 'primary', icon: Send },
  returned: { role: 'part', icon: Undo2 },
  verified: { role: 'ok', icon: CircleCheck },
}
