// Writes .xlsx files by hand, so that a test says exactly what stands in the package that is read.
import { strToU8, zipSync, type Zippable } from 'fflate'

/** A number with the format code it is shown by, or a cell's XML as it stands. */
export type Cell =
  string | number | null | { readonly value: number; readonly format: string } | { readonly xml: string }

export interface SheetSource {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly state?: 'hidden' | 'veryHidden'
  /** Row numbers, where rows are left out between them. */
  readonly numbers?: readonly number[]
  /** Such as `B1:C1`. */
  readonly merges?: readonly string[]
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[]
  readonly countsFrom1904?: boolean
  /** Further parts, or others in place of ours. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function makeWorkbook({ sheets, countsFrom1904 = false, parts = {} }: WorkbookSource): Uint8Array {
  const formats = [...new Set(sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => formatOf(cell) ?? [])))]
  const strings = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string')))]
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml':
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${countsFrom1904 ? '1' : '0'}"/><sheets>` +
      sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${escape(name)}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}" `}r:id="s${at}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ({ id: `s${at}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { id: 'strings', type: 'sharedStrings', target: '/xl/sharedStrings.xml' },
      { id: 'styles', type: 'styles', target: 'styles.xml' },
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml':
      `<styleSheet xmlns="${main}"><numFmts>` +
      formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escape(code)}"/>`).join('') +
      '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>' +
      formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('') +
      '</cellXfs></styleSheet>',
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, { formats, strings })]),
    ),
    ...parts,
  }
  const zippable: Zippable = {}
  for (const [path, content] of Object.entries(files)) {
    zippable[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zippable)
}

function relations(list: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string {
  const each = list.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

interface Shared {
  readonly formats: readonly string[]
  readonly strings: readonly string[]
}

function sheetXml({ rows, numbers, merges = [] }: SheetSource, shared: Shared): string {
  const written = rows.map((cells, at) => {
    const row = numbers?.[at] ?? at + 1
    return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letter(column)}${row}`, shared)).join('')}</row>`
  })
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')
  const all = merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`
  return `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData>${all}</worksheet>`
}

function cellXml(cell: Cell, address: string, { formats, strings }: Shared): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${address}" t="s"><v>${strings.indexOf(cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${address}"`)
  return `<c r="${address}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
}

function formatOf(cell: Cell): string | undefined {
  return typeof cell === 'object' && cell !== null && 'format' in cell ? cell.format : undefined
}

function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
