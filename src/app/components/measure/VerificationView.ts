// What the auditors found of a measure, as a line of its card says it.
import { CircleAlert, CircleCheck, CircleDashed, GitCompareArrows, Undo2 } from '@lucide/vue'
import type { Component } from 'vue'
import type { ChipRole } from '../base/ChipRole.ts'

export const verificationStates = ['open', 'verified', 'returned', 'changed-since', 'in-conflict'] as const
export type VerificationState = (typeof verificationStates)[number]

export interface VerificationView {
  readonly state: VerificationState
  /** Who and when, in words; empty while nobody has looked. */
  readonly by: string
  readonly method: string
  /** So many pieces of evidence were looked at. */
  readonly evidence: number
  readonly reason: string
}

export const verificationLooks: Readonly<
  Record<VerificationState, { readonly role: ChipRole; readonly icon: Component }>
> = {
  open: { role: 'na', icon: CircleDashed },
  verified: { role: 'ok', icon: CircleCheck },
  returned: { role: 'part', icon: Undo2 },
  'changed-since': { role: 'part', icon: CircleAlert },
  'in-conflict': { role: 'conflict', icon: GitCompareArrows },
}
