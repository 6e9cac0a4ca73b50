// Records a change decided from what the log holds once pending writes are done. A second tap on 上へ, or a choice made right after typing in
// the same register, would otherwise not supersede the write under way, and one person would be in conflict with herself.
import { watch } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'

const lastTurns = new WeakMap<OpenAudit, Promise<unknown>>()

export function recordFresh(open: OpenAudit, decide: () => readonly AuditDraft[], words?: string): Promise<boolean> {
  const turn = (lastTurns.get(open) ?? Promise.resolve()).then(async () => {
    await whenWritten(open)
    return open.record(decide(), words)
  })
  lastTurns.set(
    open,
    turn.catch(() => undefined),
  )
  return turn
}

function whenWritten({ save }: OpenAudit): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      save,
      ({ state }) => {
        if (state === 'saving') return
        // Called at once where nothing is pending, before `watch` has returned.
        queueMicrotask(() => {
          stop()
        })
        resolve()
      },
      { immediate: true, flush: 'sync' },
    )
  })
}
