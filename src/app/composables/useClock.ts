// The tablet's calendar and clock for screens. Nothing that is decided depends on it.
import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useAppServices } from './appServices.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { parseCalendarDay } from '../../domain/calendar/parseCalendarDay.ts'
import { must } from '../../domain/must.ts'

/** The page may stay open over midnight. */
const lookAgainMs = 60_000

export interface Clock {
  /** Today where the tablet is. */
  readonly today: Readonly<Ref<CalendarDay>>
  /** `14:32` of an ISO instant, on this tablet's clock. */
  readonly nowText: (instant: string) => string
}

export function useClock(): Clock {
  const { now } = useAppServices()
  const today = ref(localDay(now()))
  const timer = setInterval(() => (today.value = localDay(now())), lookAgainMs)
  onScopeDispose(() => clearInterval(timer))
  return { today: readonly(today), nowText: clockText }
}

function clockText(instant: string): string {
  const at = new Date(instant)
  return `${String(at.getHours())}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** The calendar day of a moment where the tablet is. */
export function localDay(at: Date): CalendarDay {
  const text = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const parsed = parseCalendarDay(text)
  return must(parsed.ok ? parsed.value : undefined, 'a calendar day for today')
}
