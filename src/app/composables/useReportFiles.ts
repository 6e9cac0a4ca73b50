// Makes a file of a report and hands it to the person. What writes a format is loaded when it is first asked for, and works offline.
import { shallowRef, type ShallowRef } from 'vue'
import type { ReportFormat } from '../components/report/reportFormats.ts'
import { download } from '../../device/download.ts'
import type { ReportDocument, ReportPictures } from '../../reports/ReportDocument.ts'

/** `replaced`: the file is there, and so many characters that its encoding lacks show as 〓. */
export type FileState =
  { readonly state: 'idle' | 'making' | 'failed' } | { readonly state: 'replaced'; readonly count: number }

export interface ReportFiles {
  readonly made: Readonly<ShallowRef<FileState>>
  readonly save: (format: ReportFormat, document: ReportDocument, pictures: ReportPictures) => Promise<void>
}

interface RenderedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly replaced: number
}

const endings = { docx: 'docx', xlsx: 'xlsx', csv: 'csv', 'csv-cp932': 'csv' } as const
const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  'csv-cp932': 'text/csv',
} as const

export function useReportFiles(): ReportFiles {
  const made = shallowRef<FileState>({ state: 'idle' })
  return {
    made,
    async save(format, document, pictures) {
      if (made.value.state === 'making') return
      made.value = { state: 'making' }
      try {
        const { bytes, replaced } = await renderFile(format, document, pictures)
        download(new Blob([bytes], { type: mediaTypes[format] }), `${document.fileName}.${endings[format]}`)
        made.value = replaced === 0 ? { state: 'idle' } : { state: 'replaced', count: replaced }
      } catch (error) {
        made.value = { state: 'failed' }
        throw error
      }
    },
  }
}

async function renderFile(
  format: ReportFormat,
  document: ReportDocument,
  pictures: ReportPictures,
): Promise<RenderedFile> {
  switch (format) {
    case 'docx': {
      const { renderDocx } = await import('../../reports/office/docx/renderDocx.ts')
      return { bytes: await renderDocx(document, pictures), replaced: 0 }
    }
    case 'xlsx': {
      const { renderXlsx } = await import('../../reports/office/xlsx/renderXlsx.ts')
      return { bytes: renderXlsx(document), replaced: 0 }
    }
    case 'csv':
      return renderText(document, 'utf-8')
    case 'csv-cp932':
      return renderText(document, 'cp932')
  }
}

async function renderText(document: ReportDocument, encoding: 'utf-8' | 'cp932'): Promise<RenderedFile> {
  const { renderCsv } = await import('../../reports/office/csv/renderCsv.ts')
  const { bytes, replaced } = renderCsv(document, encoding)
  return { bytes, replaced: replaced.length }
}
