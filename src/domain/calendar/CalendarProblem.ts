// Why a typed date was not understood, with what a person needs to hear to put it right.
import type { CalendarDay } from './CalendarDay.ts'
import type { CivilProblem } from './civilParts.ts'
import type { DayOrMonth } from './DayOrMonth.ts'
import type { EraId } from './eras.ts'

export type CalendarProblem =
  | CivilProblem
  | { readonly code: 'not-a-date' }
  /** `6/3/7`: neither an era nor a year of four digits, so the year would be a guess. */
  | { readonly code: 'era-missing' }
  /** 平成34年: the era ended on `lastDay`. `meant` is the date if the years are counted on, to be offered and not assumed. */
  | { readonly code: 'era-over'; readonly era: EraId; readonly lastDay: CalendarDay; readonly meant: DayOrMonth }
