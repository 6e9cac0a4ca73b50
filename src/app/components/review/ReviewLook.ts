// How the states of review and of the fact confirmation look: colour role and symbol; the words are in the language files.
import {
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  GitCompareArrows,
  MessageSquareWarning,
  PencilLine,
  Undo2,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ChipRole } from '../base/ChipRole.ts'
import type { FactCheckState } from '../../../domain/audit/factCheck.ts'
import type { ReviewState } from '../../../domain/audit/review.ts'

/** In the order in which a list can be filtered by them. */
export const reviewStates = [
  'open',
  'approved',
  'sent-back',
  'changed-since',
  'in-conflict',
] as const satisfies readonly ReviewState[]

export interface StateLook {
  readonly role: ChipRole
  readonly icon: Component
}

export const reviewLooks: Readonly<Record<ReviewState, StateLook>> = {
  open: { role: 'na', icon: CircleDashed },
  approved: { role: 'ok', icon: CircleCheck },
  'sent-back': { role: 'part', icon: Undo2 },
  'changed-since': { role: 'part', icon: PencilLine },
  'in-conflict': { role: 'conflict', icon: GitCompareArrows },
}

export const factLooks: Readonly<Record<FactCheckState, StateLook>> = {
  open: { role: 'na', icon: CircleQuestionMark },
  agreed: { role: 'ok', icon: CircleCheck },
  objected: { role: 'part', icon: MessageSquareWarning },
  voided: { role: 'part', icon: PencilLine },
  'in-conflict': { role: 'conflict', icon: GitCompareArrows },
}
