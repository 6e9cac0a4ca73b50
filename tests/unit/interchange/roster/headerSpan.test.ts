import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import { readCsv } from '../../../../src/interchange/csv/readCsv.ts'
import { columnLabels } from '../../../../src/interchange/roster/columnLabels.ts'
import { findHeader } from '../../../../src/interchange/roster/findHeader.ts'
import { guessColumns } from '../../../../src/interchange/roster/guessColumns.ts'
import { headerSpan, twoRowHeaders } from '../../../../src/interchange/roster/headerSpan.ts'
import { readRosterRows } from '../../../../src/interchange/roster/readRosterRows.ts'
import type { Table } from '../../../../src/interchange/Table.ts'
import { readXlsx } from '../../../../src/interchange/xlsx/readXlsx.ts'
import { makeWorkbook, type SheetSource } from '../../../support/makeWorkbook.ts'

function csv(text: string): Table {
  const read = readCsv(strToU8(text), {})
  return must(read.ok ? read.value : undefined, 'a table')
}

function sheet(source: Omit<SheetSource, 'name'>): Table {
  const read = readXlsx(makeWorkbook({ sheets: [{ name: '管理簿', ...source }] }), {})
  return must(read.ok ? read.value : undefined, 'a table')
}

/** As the screen reads it without anything being chosen. */
function read(table: Table) {
  const header = findHeader('media', table)
  const labels = columnLabels(table, header)
  const { roles } = guessColumns('media', labels)
  return { labels, roles, ...readRosterRows(table, { roster: 'media', header, roles }) }
}

/** A title over everything, a group over two columns, the other columns' names over both rows, a department over two entries. */
const merged = sheet({
  rows: [
    ['電磁的記録媒体管理簿', null, null, null, null],
    ['管理番号', '品名', '登録', null, '所属'],
    [null, null, '年月日', '登録者', null],
    ['USB-001', 'ＵＳＢ', 'R3.4.1', '田中', '管理課'],
    ['USB-002', 'ＵＳＢ', 'R3.4.2', '佐藤', null],
  ],
  merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'E4:E5'],
})

describe('A header of two rows', () => {
  it('is read from merged cells: group and column together, what is merged over both rows once', () => {
    const { labels, roles, rows, problems } = read(merged)
    expect(labels).toEqual(['管理番号', '品名', '登録 / 年月日', '登録 / 登録者', '所属'])
    expect(roles).toEqual(['tag', 'name', 'detail', 'detail', 'detail'])
    expect(problems).toEqual([])
    expect(rows.map(({ row, tag }) => [row, tag])).toEqual([
      [4, 'USB-001'],
      [5, 'USB-002'],
    ])
  })

  it('is read from text, where a group reaches over the empty cells beside it', () => {
    const { labels, rows } = read(csv('管理番号,品名,登録,,備考\n,,年月日,登録者,\nUSB-001,USB,R3.4.1,田中,'))
    expect(labels).toEqual(['管理番号', '品名', '登録 / 年月日', '登録 / 登録者', '備考'])
    expect(rows).toMatchObject([{ row: 3, tag: 'USB-001', details: [{ label: '登録 / 年月日' }, { value: '田中' }] }])
  })

  it('is found by either of its rows', () => {
    expect([headerSpan(merged, 1), headerSpan(merged, 2)]).toEqual([
      { first: 1, last: 2 },
      { first: 1, last: 2 },
    ])
    expect(twoRowHeaders(merged, 40)).toEqual([{ first: 1, last: 2 }])
  })

  it('is one row all the same where a person says so: what stands below it is an entry', () => {
    const table = csv('管理番号,品名,登録,,備考\n,,年月日,登録者,\nUSB-001,USB,R3.4.1,田中,')
    const header = { first: 0, last: 0 }
    expect(columnLabels(table, header)).toEqual(['管理番号', '品名', '登録', '', '備考'])
    const roles = ['detail', 'detail', 'tag', 'detail', 'detail'] as const
    const { rows } = readRosterRows(table, { roster: 'media', header, roles })
    expect(rows.map(({ row, tag }) => [row, tag])).toEqual([
      [2, '年月日'],
      [3, 'R3.4.1'],
    ])
  })

  it('is not made of a header and what stands above or below it in one row', () => {
    const above = csv('所属：,管理課\n管理番号,品名,備考\nUSB-001,USB,なし')
    const below = csv('管理番号,品名,備考\nUSB-A,USB,なし\nUSB-B,USB,なし')
    const gap = csv('管理番号,品名,,備考\nUSB-A,USB,黒,なし\nUSB-B,USB,白,なし')
    const title = sheet({
      rows: [
        ['電磁的記録媒体管理簿', null, '管理課'],
        ['管理番号', '品名', '備考'],
        ['USB-A', 'USB', 'なし'],
      ],
      merges: ['A1:B1'],
    })
    expect(read(above).labels).toEqual(['管理番号', '品名', '備考'])
    expect(read(below).rows).toHaveLength(2)
    expect(read(gap).rows).toHaveLength(2)
    expect(read(title).labels).toEqual(['管理番号', '品名', '備考'])
  })
})

describe('Merged cells', () => {
  it('say the same in each row of entries that they span, and it is told how many', () => {
    expect(read(merged).rows.map(({ details }) => details.at(-1))).toEqual([
      { label: '所属', value: '管理課' },
      { label: '所属', value: '管理課' },
    ])
    // Three of the header, one of the entries.
    expect(merged.remarks).toEqual([{ code: 'merged-cells', cells: 4 }])
  })

  it('make no further entry of a row that has nothing of its own', () => {
    const tall = sheet({
      rows: [
        ['管理番号', '品名'],
        ['USB-001', 'ＵＳＢ'],
        [null, null],
        ['USB-002', 'ＵＳＢ'],
      ],
      merges: ['A2:A3', 'B2:B3'],
    })
    expect(read(tall)).toMatchObject({ rows: [{ row: 2 }, { row: 4 }], problems: [] })
  })

  it('of a workbook made to keep us busy end soon', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [`USB-${String(at)}`, at === 0 ? 'ＵＳＢ' : null, 'x'])
    const merges = Array.from({ length: 5000 }, () => 'B1:B1048576')
    expect(sheet({ rows, merges }).remarks).toEqual([{ code: 'merged-cells', cells: 2999 }])
  })
})
