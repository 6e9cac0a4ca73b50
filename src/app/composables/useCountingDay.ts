// The day against which ages are counted, in lists and in findings alike: the day of the visit, or today.
import { computed } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useClock } from './useClock.ts'

export function useCountingDay(open: OpenAudit) {
  const { today } = useClock()
  const visit = computed(() => open.audit.value.header.visit.values[0]?.content.body.visitOn ?? undefined)
  return { today, isVisit: computed(() => visit.value !== undefined), on: computed(() => visit.value ?? today.value) }
}
