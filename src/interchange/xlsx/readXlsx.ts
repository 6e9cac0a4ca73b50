// An .xlsx workbook to the rows of one of its sheets.
import { err, ok, type Result } from '../../domain/Result.ts'
import type { ReadingChoice, TableRefusal, XlsxTable } from '../Table.ts'
import { openPackage } from './openPackage.ts'
import { readNumberFormats } from './readNumberFormats.ts'
import { readSharedStrings } from './readSharedStrings.ts'
import { readSheet } from './readSheet.ts'
import { readWorkbook } from './readWorkbook.ts'

export function readXlsx(bytes: Uint8Array, choice: ReadingChoice): Result<XlsxTable, TableRefusal> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  const parts = opened.value
  const workbook = readWorkbook(parts)
  if (workbook === undefined) return err(parts.has('xl/workbook.xml') ? 'broken-file' : 'not-a-table')
  const { sharedStringsPath, stylesPath, countsFrom1904 } = workbook
  const read = (path: string | undefined) => (path === undefined ? '' : (parts.read(path) ?? ''))
  const context = {
    sharedStrings: readSharedStrings(read(sharedStringsPath)),
    formats: readNumberFormats(read(stylesPath)),
    countsFrom1904,
  }
  const sheets = workbook.sheets.map(({ name }) => name)
  const readOne = (sheet: number): Result<XlsxTable, TableRefusal> => {
    const path = workbook.sheets[sheet]?.path
    const xml = path === undefined ? undefined : parts.read(path)
    if (xml === undefined) return err('broken-file')
    const found = readSheet(xml, context)
    if (!found.ok) return found
    const { filled, ...table } = found.value
    const remarks = filled > 0 ? [{ code: 'merged-cells' as const, cells: filled }] : []
    return ok({ format: 'xlsx', sheets, sheet, remarks, ...table })
  }
  if (choice.sheet !== undefined) return readOne(choice.sheet)
  // A cover sheet may be empty: the first that holds anything.
  const first = readFirst(sheets.length, readOne)
  return first ?? err('broken-file')
}

function readFirst(
  count: number,
  readOne: (sheet: number) => Result<XlsxTable, TableRefusal>,
): Result<XlsxTable, TableRefusal> | undefined {
  let last: Result<XlsxTable, TableRefusal> | undefined
  for (let sheet = 0; sheet < count; sheet += 1) {
    last = readOne(sheet)
    if (last.ok || last.error !== 'file-empty') return last
  }
  return last
}
