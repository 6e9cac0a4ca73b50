// How far this tablet's clock is off, in words; undefined while that is not worth a word or not known.
import { computed, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { useI18n } from 'vue-i18n'
import { clockSkewOf } from '../components/clock/ClockSkew.ts'
import { useSyncStore } from '../stores/useSyncStore.ts'

export function useClockSkew(): ComputedRef<string | undefined> {
  const { t } = useI18n()
  const { status } = storeToRefs(useSyncStore())
  return computed(() => {
    const skew = clockSkewOf(status.value.clockOffset)
    if (skew === undefined) return undefined
    const amount = t(`clock.${skew.unit}`, { count: skew.amount }, skew.amount)
    return t(`clock.${skew.direction}`, { amount })
  })
}
