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
  /** What undos of later steps wrote where those had built on this step alone: it stands again as this step had left it. */
  readonly restored: readonly Operation[]
  readonly earlier: readonly EarlierContent[]
}

export interface UndoStack {
  /** Oldest first. */
  readonly steps: Readonly<ShallowRef<readonly UndoStep[]>>
  /** Notes how things are before the drafts are recorded; what it returns takes the operations, and their words, once they are. */
  readonly prepare: (drafts: readonly AuditDraft[]) => (recorded: readonly Operation[], words: string) => void
  /** Takes the last step away: it is tried once. */
  readonly take: () => UndoStep | undefined
  /** What the undo of a step has written, so that those before it can be undone, too. */
  readonly undone: (step: UndoStep, written: readonly Operation[]) => void
}

export function createUndoStack(state: () => StreamState): UndoStack {
  const steps = shallowRef<readonly UndoStep[]>([])
  return {
    steps,
    prepare(drafts) {
      const earlier = rememberEarlier(state(), drafts)
      return (operations, words) => {
        if (earlier === undefined || operations.length === 0) return
        const recorded = new Set(operations.map(({ entity }) => entity))
        const touched = earlier.filter(({ entity }) => recorded.has(entity))
        steps.value = [...steps.value, { words, operations, restored: [], earlier: touched }].slice(-mostSteps)
      }
    },
    take() {
      const last = steps.value.at(-1)
      steps.value = steps.value.slice(0, -1)
      return last
    },
    undone(undone, written) {
      steps.value = steps.value.map((step) => afterUndo(step, undone, written))
    },
  }
}

/** Where somebody else had written between the two steps, their entry stands again: the earlier step must not take it back. */
function afterUndo(step: UndoStep, undone: UndoStep, written: readonly Operation[]): UndoStep {
  const ours = new Set([...step.operations, ...step.restored, ...undone.operations].map(({ dot }) => dot))
  const builtOnOthers = undone.operations.filter(({ supersedes }) => !supersedes.every((dot) => ours.has(dot)))
  const others = new Set(builtOnOthers.map(({ entity }) => entity))
  return { ...step, restored: [...step.restored, ...written.filter(({ entity }) => !others.has(entity))] }
}
