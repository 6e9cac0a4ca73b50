// How far a finding has come, in as few steps as a chart can show: whose turn it is [A17].
import type { FindingSummary } from '../audit/FindingSummary.ts'

/** 措置待ち・確認待ち・発行前・確認済, in the order in which they are drawn: what is open begins at the edge. */
export const progressSteps = ['with-unit', 'to-verify', 'drafting', 'settled'] as const
export type ProgressStep = (typeof progressSteps)[number]

export function progressStepOf(stage: FindingSummary['stage']): ProgressStep {
  switch (stage) {
    case 'draft':
    case 'fact-check':
    case 'final':
      return 'drafting'
    case 'reported':
    case 'planned':
      return 'with-unit'
    case 'done':
      return 'to-verify'
    case 'verified':
    case 'published':
      return 'settled'
  }
}
