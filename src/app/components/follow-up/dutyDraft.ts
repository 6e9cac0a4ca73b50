// A recurring duty while its form is open: every field may still be empty.
import type { DutyRhythm } from '../../../domain/audit/auditVocabulary.ts'
import type { DutyRule } from '../../../domain/audit/duty.ts'
import type { FindingId, MeasureId } from '../../../domain/audit/entityIds.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { civilPartsOf } from '../../../domain/calendar/civilPartsOf.ts'

export interface DutyDraft {
  readonly finding: FindingId
  readonly measure: MeasureId | null
  readonly text: string
  readonly every: DutyRhythm
  readonly quarter: readonly number[]
  readonly month: number
  readonly startsOn: CalendarDay | null
  readonly endsOn: CalendarDay | null
}

/** In the order of the year; 5・8・11・2月 first, as most offices keep it. */
export const quarters: readonly (readonly number[])[] = [
  [2, 5, 8, 11],
  [3, 6, 9, 12],
  [1, 4, 7, 10],
]

export function draftOf(finding: FindingId, rule: DutyRule | undefined, today: CalendarDay): DutyDraft {
  const usual = quarters[0] ?? []
  const every = rule?.every ?? 'quarter'
  return {
    finding,
    measure: rule?.measure ?? null,
    text: rule?.text ?? '',
    every,
    quarter: every === 'quarter' && rule !== undefined ? rule.months : usual,
    month: (every === 'year' ? rule?.months[0] : undefined) ?? civilPartsOf(today).month,
    startsOn: rule?.startsOn ?? today,
    endsOn: rule?.endsOn ?? null,
  }
}

/** Undefined while the day on which it begins is missing. */
export function ruleOfDraft({ quarter, month, startsOn, ...draft }: DutyDraft): DutyRule | undefined {
  if (startsOn === null) return undefined
  const months = draft.every === 'month' ? [] : draft.every === 'quarter' ? quarter : [month]
  return { ...draft, months, startsOn }
}
