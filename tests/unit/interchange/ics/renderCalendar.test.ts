import { expect, test } from 'vitest'
import { renderCalendar, type CalendarEvent } from '../../../../src/interchange/ics/renderCalendar.ts'
import { day } from '../../../support/day.ts'

function anEvent(over: Partial<CalendarEvent> = {}): CalendarEvent {
  return { uid: 'a@genba', on: day('2024-02-29'), summary: '自己点検', description: '', category: '定期', ...over }
}

const render = (...events: readonly CalendarEvent[]) =>
  renderCalendar({ name: '期限', stampedAt: '2024-01-05T09:08:07.123Z', events })

const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('a day is an all-day event that ends on the day after', () => {
  expect(render(anEvent()).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Genba//Due list//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:期限',
    'BEGIN:VEVENT',
    'UID:a@genba',
    'DTSTAMP:20240105T090807Z',
    'DTSTART;VALUE=DATE:20240229',
    'DTEND;VALUE=DATE:20240301',
    'SUMMARY:自己点検',
    'CATEGORIES:定期',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('every line ends in CRLF, and none is longer than 75 octets or tears a character apart', () => {
  const summary = `${'監査'.repeat(60)}𠮟る${'x'.repeat(200)}`
  const text = render(anEvent({ summary, description: 'é'.repeat(150) }))
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n').map((line) => Buffer.from(line, 'utf8'))
  expect(Math.max(...lines.map((line) => line.length))).toBe(75)
  expect(lines.map((line) => line.toString('utf8')).join('')).not.toContain('\uFFFD')
  expect(unfolded(text)).toContain(`SUMMARY:${summary}`)
})

test('what has a meaning in the format is escaped, and control characters are left out', () => {
  const summary = 'a;b,c\\d\r\ne\nf\u0007'
  expect(unfolded(render(anEvent({ summary })))).toContain(String.raw`SUMMARY:a\;b\,c\\d\ne\nf`)
})

test('an event has the same id in every export', () => {
  const ids = (text: string) => unfolded(text).filter((line) => line.startsWith('UID:'))
  expect(ids(render(anEvent(), anEvent({ uid: 'b@genba' })))).toEqual(['UID:a@genba', 'UID:b@genba'])
})
