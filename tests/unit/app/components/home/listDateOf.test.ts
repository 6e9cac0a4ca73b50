import { expect, test } from 'vitest'
import { listDateOf } from '../../../../../src/app/components/home/listDateOf.ts'
import type { AuditSummary } from '../../../../../src/domain/audit/AuditSummary.ts'
import type { DatedItem } from '../../../../../src/domain/audit/dueRecord.ts'
import { parseCalendarDay } from '../../../../../src/domain/calendar/parseCalendarDay.ts'

function day(text: string) {
  const parsed = parseCalendarDay(text)
  if (!parsed.ok) throw new Error(`not a day: ${text}`)
  return parsed.value
}

function planned(on: string): DatedItem {
  const [finding, measure] = [null, null]
  return { on: day(on), type: 'measure', state: 'planned', finding, measure, subject: '', text: '', owner: '' }
}

function anAudit(over: Partial<AuditSummary>): AuditSummary {
  const byJudgement = { conforming: 0, partial: 0, nonconforming: 0, 'not-applicable': 0, 'not-checked': 0 }
  return {
    subject: '',
    unit: '',
    reportNo: '',
    team: [],
    state: 'preparing',
    visitOn: day('2023-10-31'),
    noticeOn: day('2024-04-22'),
    progress: { total: 0, answered: 0, unanswered: 0, conflicts: 0, byJudgement },
    next: null,
    chapter: 2,
    fiscalYear: 2023,
    findings: [],
    measures: [],
    media: { present: 0, unregistered: 0 },
    conflicts: 0,
    signOff: 'open',
    late: 0,
    due: {
      items: [planned('2024-03-31'), { ...planned('2023-10-02'), state: 'done' }, planned('2023-11-30')],
      duties: [],
    },
    issued: [],
    ...over,
  }
}

test('before the report the list shows the visit', () => {
  expect(listDateOf(anAudit({ state: 'fieldwork' }))).toEqual({ on: '2023-10-31', type: 'visit' })
  expect(listDateOf(anAudit({ state: 'preparing', visitOn: null }))).toBeNull()
})

test('after the report the list shows the measure that is due first', () => {
  expect(listDateOf(anAudit({ state: 'following-up' }))).toEqual({ on: '2023-11-30', type: 'measure' })
})

test('with no measure open the list shows the day the notice came in', () => {
  expect(listDateOf(anAudit({ state: 'reported', due: { items: [], duties: [] } }))).toEqual({
    on: '2024-04-22',
    type: 'notice',
  })
  expect(listDateOf(anAudit({ state: 'published' }))).toEqual({ on: '2024-04-22', type: 'notice' })
})
