import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import type { RosterKind } from '../../../../src/domain/template/Template.ts'
import { readCsv } from '../../../../src/interchange/csv/readCsv.ts'
import { findHeader } from '../../../../src/interchange/roster/findHeader.ts'
import { guessColumns } from '../../../../src/interchange/roster/guessColumns.ts'
import { readRosterRows } from '../../../../src/interchange/roster/readRosterRows.ts'
import { isLeftOut } from '../../../../src/interchange/roster/RosterReading.ts'

function read(text: string, roster: RosterKind = 'media') {
  const parsed = readCsv(strToU8(text), {})
  const table = must(parsed.ok ? parsed.value : undefined, 'a table')
  const header = must(findHeader(roster, table), 'a header')
  const { roles } = guessColumns(roster, table.rows[header.last]?.cells ?? [])
  return readRosterRows(table, { roster, header, roles })
}

describe('The rows of a register', () => {
  it('become entries with their number, serial, name and further columns', () => {
    const { rows, problems } = read(
      '管理簿\n管理番号,シリアル番号,品名,容量,備考\n USB-001 ,4C53-27B8,"USBメモリ\n（黒）",16GB,\n\nUSB-002,,SDカード,32GB,貸出中',
    )
    expect(rows).toEqual([
      {
        row: 3,
        tag: 'USB-001',
        serial: '4C53-27B8',
        name: 'USBメモリ （黒）',
        details: [{ label: '容量', value: '16GB' }],
      },
      {
        row: 5,
        tag: 'USB-002',
        serial: '',
        name: 'SDカード',
        details: [
          { label: '容量', value: '32GB' },
          { label: '備考', value: '貸出中' },
        ],
      },
    ])
    expect(problems).toEqual([])
  })

  it('that repeat the header, as printed pages do, are no entries', () => {
    const { rows, problems } = read('管理番号,品名\n1,USB\n管理番号,品名\n2,SD')
    expect(rows.map(({ tag }) => tag)).toEqual(['1', '2'])
    expect(problems).toEqual([])
  })

  it('are known by their serial where the register has no other number', () => {
    expect(read('シリアル番号,品名\nAA04,USB').rows[0]).toMatchObject({ tag: 'AA04', serial: 'AA04' })
  })

  it('are known by their name where the list has no numbers', () => {
    expect(read('仕様項目,備考\n定義ファイルの更新,毎日', 'specification-items').rows[0]).toMatchObject({
      tag: '',
      name: '定義ファイルの更新',
    })
  })
})

describe('The remarks about a register', () => {
  it('name the row of an entry without a number, which is left out', () => {
    const { rows, problems } = read('管理番号,品名\n1,USB\n,SDカード\n以上,')
    expect(rows.map(({ row }) => row)).toEqual([2, 4])
    expect(problems).toEqual([{ code: 'number-missing', row: 3, column: 0 }])
    expect(problems.every(isLeftOut)).toBe(true)
  })

  it('name both rows of a number that stands twice, however it is typed', () => {
    const { rows, problems } = read('管理番号,品名\nUSB-001,黒\nｕｓｂ ００１,白\nUSB-002,青')
    expect(rows.map(({ row }) => row)).toEqual([2, 4])
    expect(problems).toEqual([{ code: 'number-twice', number: 'ｕｓｂ ００１', first: 2, row: 3, column: 0 }])
  })

  it('tell a serial that two entries share under different numbers', () => {
    const { rows, problems } = read('管理番号,シリアル番号\n1,AA\n2,AA')
    expect(rows).toHaveLength(1)
    expect(problems).toEqual([{ code: 'number-twice', number: 'AA', first: 2, row: 3, column: 1 }])
  })

  it('tell texts without end: numbers are left out, others are cut', () => {
    const { rows, problems } = read(
      `管理番号,品名,備考\n${'9'.repeat(201)},a,b\n2,${'品'.repeat(501)},${'備'.repeat(600)}`,
    )
    expect(problems).toEqual([
      { code: 'number-too-long', row: 2, column: 0 },
      { code: 'text-too-long', length: 501, row: 3, column: 1 },
      { code: 'text-too-long', length: 600, row: 3, column: 2 },
    ])
    expect(rows[0]?.name).toHaveLength(500)
    expect(rows[0]?.details[0]?.value).toHaveLength(500)
  })

  it('tell signs that nobody sees, and leave them out of the text', () => {
    const { rows, problems } = read('管理番号,品名\nUSB\u0007-1,\u202EUSB')
    expect(rows[0]).toMatchObject({ tag: 'USB-1', name: 'USB' })
    expect(problems.map(({ code, column }) => ({ code, column }))).toEqual([
      { code: 'control-characters', column: 0 },
      { code: 'control-characters', column: 1 },
    ])
  })

  it('tell a day that cannot be; short forms of days become readable, others stay as written', () => {
    const { rows, problems } = read(
      '管理番号,登録年月日\n1,R3.4.1\n2,令和3年4月1日\n3,2021/4/1\n4,平成34年1月1日\n5,令和3年度中\n6,R3.2.30',
    )
    expect(rows.map(({ details }) => details[0]?.value)).toEqual([
      '令和3年4月1日',
      '令和3年4月1日',
      '2021/4/1',
      '平成34年1月1日',
      '令和3年度中',
      'R3.2.30',
    ])
    expect(problems).toMatchObject([
      { code: 'date-unclear', row: 5, why: 'era-over' },
      { code: 'date-unclear', row: 7 },
    ])
  })

  it('name the columns beyond what an entry can hold', () => {
    const labels = Array.from({ length: 32 }, (_, at) => `欄${at + 1}`)
    expect(read(`管理番号,${labels.join(',')}\n1,${labels.join(',')}`).crowdedOut).toEqual(['欄31', '欄32'])
  })
})
