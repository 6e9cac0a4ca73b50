// Which media are shown and which one is chosen. Both stand in the address: a reload comes back to them.
import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { filterCounts, filteredRows, filterOf, type MediaFilter } from '../../components/media/mediaFilters.ts'
import { useOwnAddress } from '../../composables/useOwnAddress.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { MediaReconciliation } from '../../../domain/audit/reconcileMedia.ts'

export function useShownMedia(reconciliation: ComputedRef<MediaReconciliation>) {
  const route = useRoute()
  const replaceAddress = useOwnAddress()
  const filter = computed(() => filterOf(route.query['show']))
  /** The question that led here, and that is gone back to. */
  const asking = computed(() => {
    const { question } = route.query
    return typeof question === 'string' && question !== '' ? question : undefined
  })
  const rows = computed(() => filteredRows(reconciliation.value, filter.value))
  const chosen = computed(() => reconciliation.value.rows.find(({ item }) => item.id === route.query['item']))

  /** Leaves what is not given as it is. */
  async function look(query: { readonly show?: MediaFilter; readonly item?: ItemId }): Promise<void> {
    const { show = filter.value, item = chosen.value?.item.id } = query
    await replaceAddress({
      params: route.params,
      query: {
        ...(asking.value === undefined ? {} : { question: asking.value }),
        ...(show === 'all' ? {} : { show }),
        ...(item === undefined ? {} : { item }),
      },
    })
  }

  /** A filter that hides what was just found would look as if nothing had happened. */
  async function lookAt(item: ItemId): Promise<void> {
    const isShown = rows.value.some((row) => row.item.id === item)
    await look(isShown ? { item } : { item, show: 'all' })
  }

  return { filter, asking, rows, counts: computed(() => filterCounts(reconciliation.value)), chosen, look, lookAt }
}
