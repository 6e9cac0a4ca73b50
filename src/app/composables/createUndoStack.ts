// The last changes that can be taken back, in words. Fifty of them an audit; they end with the page, what they changed does not.
import { shallowRef, type ShallowRef } from 'vue'
import type { UndoOffer } from './OpenAudit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import { rememberEarlier, type EarlierContent } from '../../domain/audit/decideUndo.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { StreamState } from '../../domain/oplog/StreamState.ts'

const mostSteps = 50

interface UndoStep extends UndoOffer {
  readonly operations: readonly Operation[]
  readonly earlier: readonly EarlierContent[]
}

export interface UndoStack {
  readonly offer: Readonly<ShallowRef<UndoStep | undefined>>
  /** Notes how things are before the drafts are recorded; what it returns takes the operations once they are. */
  readonly prepare: (
    drafts: readonly AuditDraft[],
    words: string | undefined,
  ) => (recorded: readonly Operation[]) => void
  readonly last: () => UndoStep | undefined
  readonly drop: () => void
}

export function createUndoStack(state: () => StreamState): UndoStack {
  const steps: UndoStep[] = []
  const offer = shallowRef<UndoStep>()
  const showLast = () => (offer.value = steps.at(-1))
  return {
    offer,
    prepare(drafts, words) {
      const earlier = words === undefined ? undefined : rememberEarlier(state(), drafts)
      return (operations) => {
        if (words === undefined || earlier === undefined || operations.length === 0) return
        const recorded = new Set(operations.map(({ entity }) => entity))
        steps.push({ words, operations, earlier: earlier.filter(({ entity }) => recorded.has(entity)) })
        if (steps.length > mostSteps) steps.shift()
        showLast()
      }
    },
    last: () => steps.at(-1),
    drop() {
      steps.pop()
      showLast()
    },
  }
}
