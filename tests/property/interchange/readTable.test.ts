import fc from 'fast-check'
import { strToU8 } from 'fflate'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/interchange/readTable.ts'
import { delimiters } from '../../../src/interchange/Table.ts'
import { encodeCp932 } from '../../support/encodeCp932.ts'
import { makeWorkbook } from '../../support/makeWorkbook.ts'

const signs = [
  'a',
  'Z',
  '0',
  '9',
  ' ',
  ',',
  ';',
  '\t',
  '"',
  '\n',
  '\r\n',
  "'",
  '-',
  '&',
  '<',
  '管',
  '番',
  'ｱ',
  '①',
  '髙',
  'ー',
]
const cell = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(''))
/** Nobody sees a row without anything, nor spaces around a text: the reader leaves both out. */
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 12 })

function visible(rows: readonly (readonly string[])[]) {
  return rows.flatMap((cells, at) => {
    const trimmed = cells.map((text) => text.trim())
    const width = trimmed.findLastIndex((text) => text !== '') + 1
    return width === 0 ? [] : [{ row: at + 1, cells: trimmed.slice(0, width) }]
  })
}

const rowsOf = (read: ReturnType<typeof readTable>) => (read.ok ? read.value.rows : [])

describe('Any table', () => {
  it('written as CSV reads back, in both encodings and with each delimiter', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...delimiters), fc.boolean(), (rows, delimiter, isCp932) => {
        const text = papa.unparse(rows, { delimiter, newline: '\r\n' })
        const bytes = isCp932 ? encodeCp932(text) : strToU8(text)
        const read = readTable(bytes, { delimiter, encoding: isCp932 ? 'shift_jis' : 'utf-8' })
        expect(rowsOf(read)).toEqual(visible(rows))
      }),
    )
  })

  it('written as a workbook reads back', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readTable(makeWorkbook({ sheets: [{ name: 'S', rows }] }))
        // XML itself makes every line break one sign.
        expect(rowsOf(read)).toEqual(visible(rows))
      }),
      { numRuns: 60 },
    )
  })
})

describe('Any bytes', () => {
  it('are read or refused, and nothing is thrown', () => {
    const beginnings = fc.constantFrom([], [0x50, 0x4b, 0x03, 0x04], [0xef, 0xbb, 0xbf], [0xff, 0xfe])
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
        readTable(Uint8Array.from([...beginning, ...rest]))
      }),
    )
  })
})
