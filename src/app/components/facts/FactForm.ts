// What an auditee has filled in so far: kept while the audit is open, recorded only once it is signed.
import type { FactAnswer, FactView } from './FactView.ts'
import type { Stroke } from './strokes.ts'
import type { FindingId } from '../../../domain/audit/entityIds.ts'

export interface FactForm {
  readonly answers: ReadonlyMap<FindingId, FactAnswer>
  readonly name: string
  readonly position: string
  readonly strokes: readonly Stroke[]
  /** The name as typed stands for the signature. */
  readonly isTyped: boolean
}

export const emptyFactForm: FactForm = { answers: new Map(), name: '', position: '', strokes: [], isTyped: false }

export const noAnswer: FactAnswer = { outcome: null, objection: '' }

export type FactGap = 'outcomes' | 'objection' | 'name' | 'signature'

/** What is still missing before it can be signed, the first on the screen first. */
export function factGapOf(
  facts: readonly FactView[],
  { answers, name, strokes, isTyped }: FactForm,
): FactGap | undefined {
  const given = facts.map(({ id }) => answers.get(id) ?? noAnswer)
  if (given.some(({ outcome }) => outcome === null)) return 'outcomes'
  if (given.some(({ outcome, objection }) => outcome === 'objected' && objection.trim() === '')) return 'objection'
  if (name.trim() === '') return 'name'
  return strokes.length === 0 && !isTyped ? 'signature' : undefined
}
