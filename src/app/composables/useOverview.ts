// The overview of the audits on this tablet, from their kept summaries, as its address asks for it. Undefined until the list was read once.
import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { useAuditList } from './useAuditList.ts'
import { readOverviewQuery, type AskedOverview } from '../components/overview/overviewQuery.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { buildOverview, type Overview } from '../../domain/overview/buildOverview.ts'
import type { FlowWindow } from '../../domain/overview/measureFlow.ts'

export interface OverviewSight {
  readonly asked: ComputedRef<AskedOverview>
  readonly overview: ComputedRef<Overview | undefined>
  /** Of all audits, whatever the filter: newest year first, units by name. */
  readonly years: ComputedRef<readonly number[]>
  readonly units: ComputedRef<readonly string[]>
}

interface OverviewNeeds {
  readonly today: () => CalendarDay
  readonly window: () => FlowWindow
  readonly classes: () => readonly string[]
  readonly severities: () => readonly string[]
}

export function useOverview({ today, window, classes, severities }: OverviewNeeds): OverviewSight {
  const route = useRoute()
  const audits = useAuditList({ startsWithLast: true })
  const asked = computed(() => readOverviewQuery(route.query))
  const distinct = <Value>(values: readonly Value[]) => [...new Set(values)]
  return {
    asked,
    overview: computed(
      () =>
        audits.value &&
        buildOverview(audits.value, {
          ...asked.value,
          today: today(),
          window: window(),
          classes: classes(),
          severities: severities(),
        }),
    ),
    years: computed(() =>
      distinct((audits.value ?? []).flatMap(({ summary }) => summary.fiscalYear ?? [])).sort((a, b) => b - a),
    ),
    units: computed(() => distinct((audits.value ?? []).map(({ summary }) => summary.unit)).sort()),
  }
}
