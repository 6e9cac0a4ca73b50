// The due list as a calendar file, handed to the person or to another app of the tablet.
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import type { DueRow } from '../components/due/DueRow.ts'
import { shareFile } from '../../device/shareFile.ts'
import { lastDayOf } from '../../domain/calendar/lastDayOf.ts'
import { renderCalendar, type CalendarEvent } from '../../interchange/ics/renderCalendar.ts'

export function useCalendarFile(): { readonly hand: (rows: readonly DueRow[]) => Promise<void> } {
  const { t } = useI18n()
  const { now } = useAppServices()
  /** What is due within a month is due by its last day. */
  const eventOf = (row: DueRow): CalendarEvent => ({
    uid: `${row.id.replace('/', '.')}@genba`,
    on: lastDayOf(row.on),
    summary: t('due.event', { type: t(`due.type.${row.type}`), title: row.title || t('due.untitled') }),
    description: [row.text, row.unit, row.owner, row.audit].filter((part) => part !== '').join('\n'),
    category: t(`due.type.${row.type}`),
  })
  return {
    async hand(rows) {
      const stampedAt = now().toISOString()
      const calendar = renderCalendar({ name: t('due.calendarName'), stampedAt, events: rows.map(eventOf) })
      const file = new Blob([calendar], { type: 'text/calendar' })
      await shareFile(file, `genba-${stampedAt.slice(0, 10).replaceAll('-', '')}.ics`)
    },
  }
}
