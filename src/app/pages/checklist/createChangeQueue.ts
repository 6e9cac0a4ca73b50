// One change of an audit at a time: two quick taps must not both replace the same earlier value, or they would conflict with each other.
import { watch } from 'vue'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import type { AuditDraft } from '../../../domain/audit/auditKinds.ts'

/** Records what `decide` makes of the audit as it is after every earlier change, the end of a text among them. True once saved. */
export type Change = (decide: () => readonly AuditDraft[], words?: () => string) => Promise<boolean>

export function createChangeQueue(open: Pick<OpenAudit, 'save' | 'record'>): Change {
  let turn: Promise<unknown> = Promise.resolve()
  return (decide, words) => {
    const mine = turn.then(async () => {
      await whenSaved(open)
      return open.record(decide(), words?.())
    })
    turn = mine.catch(() => undefined)
    return mine
  }
}

/** Resolves once no save is under way: a text that is just being finished by losing focus is then part of the audit. */
function whenSaved(open: Pick<OpenAudit, 'save'>): Promise<void> {
  if (open.save.value.state !== 'saving') return Promise.resolve()
  return new Promise((resolve) => {
    const stop = watch(
      open.save,
      ({ state }) => {
        if (state === 'saving') return
        stop()
        resolve()
      },
      { flush: 'sync' },
    )
  })
}
