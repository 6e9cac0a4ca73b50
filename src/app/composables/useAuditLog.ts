// Everything that was ever written in the open audit, read from the tablet and again after each change. Undefined until it was read once.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { fetchWholeLog } from '../../localdb/wantWholeLog.ts'
import { readWholeHistory, type WholeHistory } from '../../localdb/readWholeHistory.ts'

/** A first sync brings many pages a second, and each reading goes through all of them: it waits until they pause. */
const readAgainAfterMs = 400

export interface AuditLog {
  readonly log: Readonly<ShallowRef<WholeHistory | undefined>>
  /** Asks for what came before the part that is on this tablet; it arrives with the next sync. */
  readonly fetchAll: () => Promise<void>
}

export function useAuditLog(open: OpenAudit): AuditLog {
  const { db, syncNow } = useAppServices()
  const log = shallowRef<WholeHistory>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn: Promise<void> = Promise.resolve()
  const read = () => {
    turn = turn
      .then(async () => {
        log.value = await readWholeHistory(db, open.stream)
      })
      .catch(ignoreUnlessBug)
  }
  const readSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(read, readAgainAfterMs)
  }
  watch(open.audit, readSoon)
  // What was sent or refused meanwhile changes how an entry stands, and not the audit.
  const endWatch = db.watch(({ stream }) => {
    if (stream === open.stream) readSoon()
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    endWatch()
  })
  read()
  return {
    log,
    async fetchAll() {
      await fetchWholeLog(db, open.stream).catch(ignoreUnlessBug)
      syncNow()
    },
  }
}
