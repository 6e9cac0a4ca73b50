// Reads a Word file back without the library that wrote it: its parts, and its paragraphs as people see them.
import { strFromU8, unzipSync } from 'fflate'

export interface DocxParagraph {
  readonly style: string | undefined
  readonly text: string
}

export interface DocxTable {
  readonly grid: readonly number[]
  /** True for rows that every page repeats. */
  readonly heads: readonly boolean[]
  /** Row → cell → paragraphs. */
  readonly rows: readonly (readonly (readonly DocxParagraph[])[])[]
}

export interface DocxFile {
  readonly paths: readonly string[]
  readonly part: (path: string) => string
  /** In their order, those inside tables included. */
  readonly paragraphs: readonly DocxParagraph[]
  readonly tables: readonly DocxTable[]
}

export function readDocx(bytes: Uint8Array): DocxFile {
  const files = unzipSync(bytes)
  const part = (path: string) => {
    const file = files[path]
    if (file === undefined) throw new Error(`no such part: ${path}`)
    return strFromU8(file)
  }
  const body = part('word/document.xml')
  return {
    paths: Object.keys(files),
    part,
    paragraphs: paragraphsIn(body),
    tables: elements(body, 'w:tbl').map(tableOf),
  }
}

function tableOf(xml: string): DocxTable {
  const rows = elements(xml, 'w:tr')
  return {
    grid: [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    heads: rows.map((row) => /<w:tblHeader\/?>/.test(row)),
    rows: rows.map((row) => elements(row, 'w:tc').map(paragraphsIn)),
  }
}

function paragraphsIn(xml: string): readonly DocxParagraph[] {
  return elements(xml, 'w:p').map((paragraph) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1],
    text: textOf(paragraph),
  }))
}

function textOf(paragraph: string): string {
  const pieces = paragraph
    .replace(/<w:pPr>.*?<\/w:pPr>/s, '')
    .matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)
  return [...pieces]
    .map(([, text = '', mark]) => (mark === 'br' ? '\n' : mark === 'tab' ? '\t' : unescape(text)))
    .join('')
}

function unescape(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => signs[name] ?? whole)
}

/** Our reports put no table inside a table, so the first end is the right one. */
function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>.*?</${name}>|<${name}(?: [^>]*)?/>`, 'gs'))].map(
    ([all]) => all,
  )
}
