// What drafting a finding needs to know beside the questions.
import type { Audit } from './Audit.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import type { Language } from '../template/Localised.ts'

export interface DraftingContext {
  readonly audit: Audit
  readonly language: Language
  /** The day against which ages are counted: the day of the visit, or today. */
  readonly today: CalendarDay
}

/** What stands where a value is not known: the auditor sees at once that something is to be filled in. */
export const blank: Readonly<Record<Language, string>> = { ja: '○○', en: '____' }

/** Whether a text still shows such a blank. */
export function isUnfilled(text: string): boolean {
  return Object.values(blank).some((each) => text.includes(each))
}
