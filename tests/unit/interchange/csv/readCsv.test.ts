import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import { readCsv } from '../../../../src/interchange/csv/readCsv.ts'
import type { CsvTable, ReadingChoice } from '../../../../src/interchange/Table.ts'

function read(bytes: Uint8Array, choice: ReadingChoice = {}): CsvTable {
  const table = readCsv(bytes, choice)
  return must(table.ok ? table.value : undefined, 'a table')
}
const cellsOf = (table: CsvTable) => table.rows.map(({ cells }) => cells)

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}

describe('The encoding of a CSV file', () => {
  /** 管理番号,品名 CR LF ①,髙 – with the signs that only Microsoft's table has. */
  const cp932 = Uint8Array.from([
    0x8a, 0xc7, 0x97, 0x9d, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x95, 0x69, 0x96, 0xbc, 0x0d, 0x0a, 0x87, 0x40, 0x2c, 0xfb,
    0xfc,
  ])
  const expected = [
    ['管理番号', '品名'],
    ['①', '髙'],
  ]

  it('is CP932 where the bytes are not UTF-8', () => {
    const table = read(cp932)
    expect(table.encoding).toBe('shift_jis')
    expect(cellsOf(table)).toEqual(expected)
  })

  it.each([
    ['utf-8', strToU8('管理番号,品名\r\n①,髙')],
    ['utf-8', strToU8('\uFEFF管理番号,品名\r\n①,髙')],
    ['utf-16le', utf16('\uFEFF管理番号,品名\r\n①,髙', true)],
    ['utf-16be', utf16('\uFEFF管理番号,品名\r\n①,髙', false)],
  ] as const)('is %s where the file says so or can only be it', (encoding, bytes) => {
    const table = read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(cellsOf(table)).toEqual(expected)
  })

  it('is what a person chose, and signs that it does not know are told', () => {
    const table = read(cp932, { encoding: 'utf-8' })
    expect(table.encoding).toBe('utf-8')
    expect(table.remarks).toEqual([{ code: 'unreadable-characters', rows: 2, first: 1 }])
  })
})

describe('The cells of a CSV file', () => {
  it.each([
    [',', '番号,品名,場所\n1,USB,棚'],
    ['\t', '番号\t品名\t場所\n1\tUSB\t棚'],
    [';', '番号;品名;場所\n1;USB, 黒;棚'],
  ])('are parted by the sign that parts them evenly: %j', (delimiter, text) => {
    const table = read(strToU8(`記録媒体管理簿,令和6年度\n\n${text}\n2${delimiter}SD${delimiter}机`))
    expect(table.delimiter).toBe(delimiter)
    expect(table.columns).toBe(3)
  })

  it('may hold quotes, delimiters and line breaks; the row keeps the number it has in a spreadsheet', () => {
    const table = read(strToU8('番号,備考\r\n1,"貸出中、\r\n""至急"", 返却"\r\n\r\n2,なし\r\n'))
    expect(table.rows).toEqual([
      { row: 1, cells: ['番号', '備考'] },
      { row: 2, cells: ['1', '貸出中、\r\n"至急", 返却'] },
      { row: 4, cells: ['2', 'なし'] },
    ])
  })

  it('after a quotation mark that is never closed are told to be in one cell', () => {
    expect(read(strToU8('番号,備考\n1,"開いたまま\n2,なし\n')).remarks).toEqual([{ code: 'quote-left-open', row: 2 }])
  })
})
