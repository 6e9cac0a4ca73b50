// What a workbook holds: its visible sheets and the parts that they share. Where each part lies is said by relations, not by its name.
import { readRelations } from './readRelations.ts'
import { scanXml } from './scanXml.ts'
import type { WorkbookPackage } from './openPackage.ts'

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly sharedStringsPath: string | undefined
  readonly stylesPath: string | undefined
  /** Days are counted from 1904 (old Macintosh workbooks) and not from 1900. */
  readonly countsFrom1904: boolean
}

/** Undefined where the package is not a workbook. */
export function readWorkbook(parts: WorkbookPackage): Workbook | undefined {
  const root = [...readRelations(parts.read('_rels/.rels') ?? '', '').values()]
  const path = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const xml = parts.read(path)
  if (xml === undefined) return undefined
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = readRelations(parts.read(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '', folder)
  const { isWorkbook, entries, countsFrom1904 } = scanWorkbook(xml)
  if (!isWorkbook) return undefined
  const pathOf = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.path
  return {
    sheets: entries.flatMap(({ name, id }) => {
      const relation = relations.get(id)
      return relation?.type === 'worksheet' ? [{ name, path: relation.path }] : []
    }),
    sharedStringsPath: pathOf('sharedStrings'),
    stylesPath: pathOf('styles'),
    countsFrom1904,
  }
}

function scanWorkbook(xml: string) {
  const entries: { readonly name: string; readonly id: string }[] = []
  let isWorkbook = false
  let countsFrom1904 = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      // Hidden sheets hold lists behind selections and old versions: nothing that a person sees and means.
      const isVisible = (attributes.get('state') ?? 'visible') === 'visible'
      if (name === 'sheet' && isVisible)
        entries.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' })
      return undefined
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { isWorkbook, entries, countsFrom1904 }
}
