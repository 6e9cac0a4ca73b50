// The issued findings of every audit on this tablet, from the kept summaries alone: no audit is opened for the list.
import { computed, type ComputedRef } from 'vue'
import { useAuditList, type ListedAudit } from './useAuditList.ts'
import { useUnitRow } from './useUnitRow.ts'
import type { UnitGroup } from '../components/unit/UnitRow.ts'

/** Undefined until the list was read once. */
export function useUnitGroups(): ComputedRef<readonly UnitGroup[] | undefined> {
  const rowOf = useUnitRow()
  const audits = useAuditList()
  return computed(() => audits.value?.map(groupOf).filter(({ rows }) => rows.length > 0))

  function groupOf({ stream, summary }: ListedAudit): UnitGroup {
    const { reportNo, subject, unit, chapter, issued } = summary
    return { key: stream, reportNo, subject, unit, rows: issued.map((finding) => rowOf({ stream, chapter }, finding)) }
  }
}
