// An open audit that lives in memory: real operations folded by the real domain code, nothing stored.
import { computed, shallowRef, triggerRef } from 'vue'
import type { GalleryDevice } from './GalleryDevice.ts'
import type { OpenAudit, SaveState, UndoOffer } from '../../../src/app/composables/OpenAudit.ts'
import type { Audit } from '../../../src/domain/audit/Audit.ts'
import type { AuditDraft } from '../../../src/domain/audit/auditKinds.ts'
import { decideUndo, rememberEarlier, type EarlierContent } from '../../../src/domain/audit/decideUndo.ts'
import { listConflicts } from '../../../src/domain/audit/listConflicts.ts'
import { pinnedTemplates } from '../../../src/domain/audit/pinnedTemplates.ts'
import type { PersonId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import type { Operation } from '../../../src/domain/oplog/Operation.ts'

const now = '2024-04-10T01:21:00.000Z'

export function galleryOpenAudit(device: GalleryDevice): OpenAudit {
  const audit = shallowRef(device.audit)
  const save = shallowRef<SaveState>({ state: 'idle' })
  const undoOffer = shallowRef<UndoOffer>()
  const steps: { words: string; operations: readonly Operation[]; earlier: readonly EarlierContent[] }[] = []

  async function record(drafts: readonly AuditDraft[], words?: string): Promise<boolean> {
    if (drafts.length === 0) return true
    save.value = { state: 'saving' }
    await new Promise((resolve) => setTimeout(resolve, 10))
    const earlier = rememberEarlier(device.document.state, drafts)
    const operations = device.write(drafts, now)
    if (words !== undefined && earlier !== undefined) steps.push({ words, operations, earlier })
    undoOffer.value = steps.at(-1)
    save.value = { state: 'saved', savedAt: now }
    triggerRef(audit)
    return true
  }

  /** Takes the audit so that a change of it is seen; the state behind it is the same. */
  const listConflictsOf = (_: Audit) => listConflicts(device.document.state)

  return {
    stream: 'audit-1' as StreamId,
    audit,
    templates: computed(() => pinnedTemplates(audit.value)),
    conflicts: computed(() => listConflictsOf(audit.value)),
    save,
    undoOffer,
    nameOf: (author) => audit.value.people.get(author as PersonId) ?? author,
    isThisDevice: (other) => other === device.name,
    entity: (id) => device.document.entity(id),
    record,
    undo: async () => {
      const last = steps.pop()
      undoOffer.value = steps.at(-1)
      if (last === undefined) return false
      const back = decideUndo(device.document.state, last.operations, last.earlier)
      return back.ok && record(back.value)
    },
    readHistory: (entity) => Promise.resolve(device.log.filter((operation) => operation.entity === entity)),
    keepText: () => Promise.resolve(true),
    finishText: (_, drafts, words) => record(drafts, words),
    dropText: () => Promise.resolve(),
  }
}
