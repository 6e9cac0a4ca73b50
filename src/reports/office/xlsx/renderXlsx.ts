// A report as an Excel workbook: a sheet for each of its tables, ready to print. Written part by part, as no library that we know
// repeats a head on every page, and those that pack in a worker of their own are stopped by our Content Security Policy.
import { strToU8, zipSync } from 'fflate'
import type { ReportDocument } from '../../ReportDocument.ts'
import { corePropertiesXml } from '../corePropertiesXml.ts'
import { escapeXml } from '../escapeXml.ts'
import { layOutSheets } from '../layOutSheets.ts'
import type { Sheet } from '../Sheet.ts'
import { stylesXml } from './cellStyles.ts'
import { fitSheet } from './fitSheet.ts'
import { sharedTexts } from './sharedTexts.ts'
import { sheetNames } from './sheetNames.ts'
import { headRowOf, sheetXml } from './sheetXml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function renderXlsx(document: ReportDocument): Uint8Array<ArrayBuffer> {
  const sheets = layOutSheets(document).map((sheet) => fitSheet(sheet, document.orientation))
  const texts = sharedTexts(document.language)
  const written = sheets.map((sheet) => sheetXml(sheet, document, texts.share))
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => [`${office}/worksheet`, `worksheets/sheet${String(index + 1)}.xml`] as const),
      [`${office}/styles`, 'styles.xml'],
      [`${office}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(document.language),
    'xl/sharedStrings.xml': texts.xml(),
    ...Object.fromEntries(written.map((xml, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, xml])),
  }
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)] as const)
  const properties = { 'docProps/core.xml': strToU8(corePropertiesXml(document)) }
  return new Uint8Array(zipSync({ ...Object.fromEntries(files), ...properties }))
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function contentTypes(sheets: number): string {
  const overrides: readonly (readonly [part: string, type: string])[] = [
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['xl/workbook.xml', `${kinds}.sheet.main+xml`],
    ['xl/styles.xml', `${kinds}.styles+xml`],
    ['xl/sharedStrings.xml', `${kinds}.sharedStrings+xml`],
    ...Array.from({ length: sheets }, (_, index): readonly [string, string] => [
      `xl/worksheets/sheet${String(index + 1)}.xml`,
      `${kinds}.worksheet+xml`,
    ]),
  ]
  return (
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  )
}

/** Numbered in their order: rId1, rId2, … */
function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheetNames(sheets.map(({ name }) => name))
  const listed = names.map((name, index) => {
    const number = String(index + 1)
    return `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`
  })
  const titles = sheets.flatMap((sheet, index) => {
    const head = headRowOf(sheet)
    if (head === undefined) return []
    const quoted = `'${(names[index] ?? '').replaceAll("'", "''")}'`
    const row = String(head)
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${escapeXml(quoted)}!$${row}:$${row}</definedName>`,
    ]
  })
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<sheets>${listed.join('')}</sheets>` +
    (titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`) +
    '</workbook>'
  )
}
