// The overview as a file: all its tables with the day and the filter they were counted by.
import { useReportFiles, type FileState } from './useReportFiles.ts'
import type { OverviewWords } from './useOverviewWords.ts'
import type { OverviewTable } from '../components/overview/OverviewTable.ts'
import type { ReportFormat } from '../components/report/reportFormats.ts'
import type { ShallowRef } from 'vue'
import type { CalendarDay } from '../../domain/calendar/CalendarDay.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import type { OverviewFilter } from '../../domain/overview/OverviewFilter.ts'
import { overviewDocument, type PrintedTable } from '../../reports/overview/overviewDocument.ts'

export interface OverviewFile {
  readonly made: Readonly<ShallowRef<FileState>>
  readonly save: (format: ReportFormat, about: FiledOverview) => Promise<void>
}

interface FiledOverview {
  readonly today: CalendarDay
  readonly filter: OverviewFilter
  readonly tables: readonly (OverviewTable & { readonly note?: string })[]
}

export function useOverviewFile({ t, language, filterWords }: OverviewWords): OverviewFile {
  const { made, save } = useReportFiles()
  return {
    made,
    save(format, { today, filter, tables }) {
      const title = t('overview.file.name')
      const chosen = Object.values(filterWords(filter)).join(t('overview.separator'))
      const document = overviewDocument({
        language: language.value,
        title,
        fileParts: [title, today],
        header: [
          { label: t('overview.file.asOf'), value: formatWareki(today, language.value, 'ui') },
          { label: t('overview.file.filter'), value: chosen || t('overview.filter.none') },
        ],
        tables: tables.filter(({ rows }) => rows.length > 0).map(printed),
      })
      return save(format, document, new Map())
    },
  }
}

function printed({ title, head, columns, rows, note = '' }: OverviewTable & { readonly note?: string }): PrintedTable {
  return {
    title,
    heads: [head, ...columns.map(({ word }) => word)],
    rows: rows.map(({ name, counts }) => [name, ...counts]),
    note,
  }
}
