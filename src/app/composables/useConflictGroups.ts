// The open conflicts of an audit by the place they belong to.
import { computed, type ComputedRef } from 'vue'
import { conflictPlace } from './conflictPlaces.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { usePlaceWords, type PlaceWords } from './usePlaceWords.ts'
import type { Conflict } from '../../domain/audit/listConflicts.ts'

export interface ConflictGroup extends PlaceWords {
  readonly key: string
  readonly conflicts: readonly Conflict[]
}

export function useConflictGroups(open: OpenAudit): ComputedRef<readonly ConflictGroup[]> {
  const describe = usePlaceWords(open)
  return computed(() => {
    const groups = new Map<string, ConflictGroup>()
    for (const conflict of open.conflicts.value) {
      const place = conflictPlace(open.audit.value, conflict.entity)
      const key = place.type === 'finding' ? place.finding : conflict.entity
      const group = groups.get(key) ?? { key, ...describe(conflict.entity), conflicts: [] }
      groups.set(key, { ...group, conflicts: [...group.conflicts, conflict] })
    }
    return [...groups.values()]
  })
}
