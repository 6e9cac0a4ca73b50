// What is due in all audits on this tablet, from their kept summaries, nearest first. Undefined until the list was read once.
import { computed, type ComputedRef } from 'vue'
import { useAuditList, type ListedAudit } from './useAuditList.ts'
import type { DueRow } from '../components/due/DueRow.ts'
import { duePlan, type PlannedItem } from '../../domain/audit/duePlan.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { compareDates } from '../../domain/calendar/compareDates.ts'

export function useDueRows(today: () => CalendarDay): ComputedRef<readonly DueRow[] | undefined> {
  const audits = useAuditList()
  return computed(() =>
    audits.value?.flatMap((audit) => rowsOf(audit, today())).sort((a, b) => compareDates(a.on, b.on)),
  )
}

/** A notice that came in is a fact of the audit and nothing to keep. */
function rowsOf({ stream, summary }: ListedAudit, today: CalendarDay): readonly DueRow[] {
  return duePlan(summary.due, today)
    .filter(({ type }) => type !== 'notice')
    .map((item) => {
      const { finding } = item
      const place = finding === null ? {} : { finding: finding.slice('finding:'.length) }
      return {
        ...item,
        id: `${stream}/${keyOf(item)}`,
        unit: summary.unit,
        audit: summary.subject,
        to: { name: finding === null ? 'details' : 'finding', params: { stream, ...place } },
      }
    })
}

function keyOf({ type, occurrence, measure }: PlannedItem): string {
  return (occurrence ?? measure ?? type).replace(/[^A-Za-z0-9_-]/g, '-')
}
