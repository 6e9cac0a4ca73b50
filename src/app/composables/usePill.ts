// What the pill in the title bar says: the most urgent of what is true.
import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import type { OpenAudit } from './OpenAudit.ts'
import { useReserve } from './useReserve.ts'
import type { SyncPillState } from '../components/shell/SyncPillState.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'
import type { SyncStatus } from '../../sync/SyncStatus.ts'

/** Urgency, first to last: not saved, no room but what was set aside, refused, conflict, offline, sending, waiting, all sent. */
export function usePill(
  shown: Readonly<ShallowRef<OpenAudit | undefined>>,
  /** Lists of the organisation's classes that wait for a decision, whichever audit is open. */
  classConflicts: Readonly<Ref<number>>,
): ComputedRef<SyncPillState> {
  const { status } = storeToRefs(useSyncStore())
  const isReserveInUse = useReserve()
  return computed((before?: SyncPillState) => {
    const next = pillOf(shown.value, status.value, {
      isReserveInUse: isReserveInUse.value,
      classConflicts: classConflicts.value,
    })
    // One save moves the status several times, mostly without a difference that the pill could show.
    return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next
  })
}

interface Tablet {
  readonly isReserveInUse: boolean
  readonly classConflicts: number
}

type Shown = Pick<OpenAudit, 'save' | 'conflicts'>

export function pillOf(
  shown: Shown | undefined,
  now: SyncStatus,
  { isReserveInUse, classConflicts }: Tablet,
): SyncPillState {
  const at = latestSave(shown, now)
  if (shown?.save.value.state === 'failed') return { state: 'not-saved', at }
  if (isReserveInUse) return { state: 'reserve', at }
  const refused = now.refused.length + now.refusedFiles.length
  if (refused > 0) return { state: 'refused', at, count: refused }
  const conflicts = (shown?.conflicts.value.length ?? 0) + classConflicts
  if (conflicts > 0) return { state: 'conflict', at: toMinute(now.lastSyncedAt), count: conflicts }
  return sendingState(now, at)
}

function sendingState({ phase, unsent, lastSyncedAt }: SyncStatus, at: string | null): SyncPillState {
  const count = unsent.entries + unsent.photos
  switch (phase.state) {
    case 'offline':
      return { state: 'offline', at, unsent: count }
    case 'sending':
      return { state: 'sending', at, done: phase.done, total: phase.total }
    case 'idle':
    case 'receiving':
      if (count > 0) return { state: 'waiting', at, ...unsent }
      return { state: 'all-sent', at: toMinute(lastSyncedAt) }
  }
}

function latestSave(shown: Shown | undefined, status: SyncStatus): string | null {
  const save = shown?.save.value
  return toMinute(save?.state === 'saved' ? save.savedAt : status.lastSavedAt)
}

/** What the pill shows of an instant. */
function toMinute(instant: string | null): string | null {
  return instant === null ? null : `${instant.slice(0, 16)}:00.000Z`
}
