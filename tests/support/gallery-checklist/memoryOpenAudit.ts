// An open audit that lives in memory: real operations folded by the real domain code, nothing stored.
import { computed, shallowRef, triggerRef } from 'vue'
import type { OpenAudit, SaveState, UndoOffer } from '../../../src/app/composables/OpenAudit.ts'
import { decideUndo, rememberEarlier, type EarlierContent } from '../../../src/domain/audit/decideUndo.ts'
import type { AuditDraft } from '../../../src/domain/audit/auditKinds.ts'
import { listLate } from '../../../src/domain/audit/listLate.ts'
import { signOffOf } from '../../../src/domain/audit/signOff.ts'
import { listConflicts } from '../../../src/domain/audit/listConflicts.ts'
import { pinnedTemplates } from '../../../src/domain/audit/pinnedTemplates.ts'
import type { StreamId } from '../../../src/domain/oplog/Dot.ts'
import type { Operation } from '../../../src/domain/oplog/Operation.ts'
import type { TestDevice } from '../TestDevice.ts'

export interface MemoryOpenAudit extends OpenAudit {
  /** Shows what another device has written. */
  readonly pull: (other: TestDevice) => void
}

export function memoryOpenAudit(device: TestDevice, failsToSave: () => boolean): MemoryOpenAudit {
  const audit = shallowRef(device.audit)
  const save = shallowRef<SaveState>({ state: 'idle' })
  const undoSteps = shallowRef<readonly UndoOffer[]>([])
  const steps: { words: string; operations: readonly Operation[]; earlier: readonly EarlierContent[] }[] = []

  let turn: Promise<unknown> = Promise.resolve()
  function record(decide: () => readonly AuditDraft[], words?: string | (() => string)): Promise<boolean> {
    const mine = turn.then(() => write(decide(), typeof words === 'function' ? words() : words))
    turn = mine
    return mine
  }

  async function write(drafts: readonly AuditDraft[], words?: string): Promise<boolean> {
    if (drafts.length === 0) return true
    save.value = { state: 'saving' }
    await new Promise((resolve) => setTimeout(resolve, 15))
    if (failsToSave()) {
      save.value = { state: 'failed', code: 'disk-full' }
      return false
    }
    const earlier = rememberEarlier(device.document.state, drafts)
    const operations = device.write(drafts)
    if (words !== undefined && earlier !== undefined) steps.push({ words, operations, earlier })
    undoSteps.value = [...steps].reverse()
    save.value = { state: 'saved', savedAt: '2023-10-24T05:32:00.000Z' }
    triggerRef(audit)
    return true
  }

  return {
    stream: 'audit-1' as StreamId,
    audit,
    templates: computed(() => pinnedTemplates(audit.value)),
    conflicts: computed(() => {
      triggeredBy(audit.value)
      return listConflicts(device.document.state)
    }),
    signOff: computed(() => signOffOf(audit.value)),
    late: computed(() => {
      triggeredBy(audit.value)
      return listLate(device.document.state)
    }),
    sight: () => ({ audit: audit.value, state: device.document.state }),
    isUnsent: () => Promise.resolve(false),
    save,
    undoOffer: computed(() => undoSteps.value[0]),
    undoSteps,
    nameOf: (author) => audit.value.people.get(author as never) ?? (author === 'person-sato' ? '佐藤' : '田中'),
    isThisDevice: (other) => other === 'tanaka',
    entity: (id) => device.document.entity(id),
    record,
    recordFiles: (decide, _, words) => record(decide, words),
    undo: async () => {
      const last = steps.pop()
      if (last === undefined) return false
      const back = decideUndo(device.document.state, last.operations, last.earlier)
      return back.ok && write(back.value)
    },
    readHistory: () => Promise.resolve([]),
    readLog: () => Promise.resolve([]),
    keepWords: () => Promise.resolve(),
    keepText: async () => {
      await Promise.resolve()
      return true
    },
    keptText: () => undefined,
    finishText: (_place, drafts, words) => record(() => drafts, words),
    dropText: () => Promise.resolve(),
    pull: (other) => {
      device.seeAllOf(other)
      triggerRef(audit)
    },
  }
}

/** Only reads, so that a computed value depends on it. */
function triggeredBy(_: unknown): void {}
