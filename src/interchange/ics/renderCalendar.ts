// Days to keep as a calendar file (iCalendar, RFC 5545) that any calendar reads. One event a day, also of what recurs: so a month that is done
// leaves the calendar, and programs that know few recurrence rules show every other one.
import { addDays } from '../../domain/calendar/addDays.ts'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'

export interface CalendarEvent {
  /** The same in every export: a calendar that took an earlier file changes the event and adds none. */
  readonly uid: string
  readonly on: CalendarDay
  readonly summary: string
  readonly description: string
  readonly category: string
}

export interface CalendarFile {
  readonly name: string
  /** ISO instant of the export. */
  readonly stampedAt: string
  readonly events: readonly CalendarEvent[]
}

/** Lines of the format end in CRLF and are at most 75 octets long without it (RFC 5545, 3.1). */
const mostOctets = 75
const lineEnd = '\r\n'

export function renderCalendar({ name, stampedAt, events }: CalendarFile): string {
  const stamp = stampedAt.slice(0, 19).replace(/[-:]/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Genba//Due list//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => linesOf(event, `${stamp}Z`)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => foldLine(line) + lineEnd).join('')
}

/** All day long and free: nobody is kept from meeting on such a day. The end is the day after, which is not included. */
function linesOf({ uid, on, summary, description, category }: CalendarEvent, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDate(on)}`,
    `DTEND;VALUE=DATE:${basicDate(addDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `CATEGORIES:${escapeText(category)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function basicDate(day: CalendarDay): string {
  return day.replaceAll('-', '')
}

/** TEXT of RFC 5545, 3.3.11: backslash, comma, semicolon and line breaks are escaped, other control characters cannot stand in it. */
function escapeText(text: string): string {
  return text
    .replace(/[\\,;]/g, String.raw`\$&`)
    .replace(/\r\n|[\r\n]/g, String.raw`\n`)
    .replace(/(?!\t)\p{Cc}/gu, '')
}

/** A line that goes on begins with a space, which counts; no character is torn apart. */
function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > mostOctets) {
      folded += `${lineEnd} `
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
}
