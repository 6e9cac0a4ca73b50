// Whatever people type stands in every file that they are given.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/interchange/csv/readCsv.ts'
import { readXlsx } from '../../../src/interchange/xlsx/readXlsx.ts'
import { renderCsv } from '../../../src/reports/office/csv/renderCsv.ts'
import { renderDocx } from '../../../src/reports/office/docx/renderDocx.ts'
import { renderXlsx } from '../../../src/reports/office/xlsx/renderXlsx.ts'
import { documentWithCell } from '../../support/office/aReportDocument.ts'
import { readDocx } from '../../support/office/readDocx.ts'

const signs = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '&',
  '<',
  '>',
  ']]>',
  '_x0041_',
  '㈱①',
  '髙﨑',
  '〜～−－‖∥',
]
const rare = [
  '\u0000',
  '\u0007',
  '\u001F',
  '\uFFFE',
  '\uD800',
  '😀',
  '𠮷',
  '葛\u{E0100}',
  'か\u3099',
  '\u2028',
  '\uFEFF',
  '＼',
  '\u00A0',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...rare), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

/** What XML cannot hold goes, halves of characters show as unreadable, and lines end in one way. Written apart from the code it checks. */
function written(typed: string): string {
  return Array.from(typed.replace(/\r\n?/g, '\n').toWellFormed())
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0
      return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : sign === '\t' || sign === '\n'
    })
    .join('')
}

function lastCellOf(rows: readonly { readonly cells: readonly string[] }[]): string | undefined {
  return rows.find(({ cells }) => cells.at(-1) === '端')?.cells[1]
}

const withoutGuard = (cell: string | undefined) => cell?.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '').trim()

describe('Any text in a cell', () => {
  test('stands in the Word file', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const { tables } = readDocx(await renderDocx(documentWithCell(typed), new Map()))
        expect(tables[0]?.rows[1]?.[1]?.map((paragraph) => paragraph.text)).toEqual([written(typed)])
      }),
    )
  })

  test('stands in the Excel file', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const read = readXlsx(renderXlsx(documentWithCell(typed)), {})
        expect(read.ok && lastCellOf(read.value.rows)).toBe(written(typed).trim())
      }),
    )
  })

  test('stands in the CSV file', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const read = readCsv(renderCsv(documentWithCell(typed), 'utf-8').bytes, { delimiter: ',' })
        expect(read.ok && withoutGuard(lastCellOf(read.value.rows))).toBe(withoutGuard(written(typed).trim()))
      }),
    )
  })

  test('stands in CP932 but for what is told, which shows as 〓', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { bytes, replaced } = renderCsv(documentWithCell(typed), 'cp932')
        const read = readCsv(bytes, { delimiter: ',', encoding: 'shift_jis' })
        const cell = read.ok ? lastCellOf(read.value.rows) : undefined
        const shown = Array.from(cell ?? '').filter((sign) => sign === '〓').length
        const typedMarks = Array.from(typed).filter((sign) => sign === '〓').length
        const bases = replaced.filter(({ character }) => Array.from(character).length === 1).length
        expect(cell).not.toContain('\uFFFD')
        expect(shown - typedMarks).toBeGreaterThanOrEqual(bases)
        expect(shown - typedMarks).toBeLessThanOrEqual(replaced.length)
        if (replaced.length === 0 && /^[\p{sc=Han}\p{sc=Hira}\w]*$/u.test(typed)) expect(cell ?? '').toBe(typed)
      }),
    )
  })
})
