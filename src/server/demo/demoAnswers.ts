// Short forms for writing sample audits down.
import type { DemoAnswer } from './DemoAudit.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { parseCalendarDay } from '../../domain/calendar/parseCalendarDay.ts'
import { must } from '../../domain/must.ts'

type Detail = Omit<DemoAnswer, 'question' | 'judgement'>

export function conforming(question: string, detail: Detail = {}): DemoAnswer {
  return { question, judgement: 'conforming', ...detail }
}

export function failing(question: string, detail: Detail = {}): DemoAnswer {
  return { question, judgement: 'nonconforming', ...detail }
}

export function day(text: string): CalendarDay {
  const parsed = parseCalendarDay(text)
  return must(parsed.ok ? parsed.value : undefined, text)
}
