import { describe, expect, it } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import type { XlsxTable } from '../../../../src/interchange/Table.ts'
import { readXlsx } from '../../../../src/interchange/xlsx/readXlsx.ts'
import { makeWorkbook, type Cell, type WorkbookSource } from '../../../support/makeWorkbook.ts'

function read(source: WorkbookSource, sheet?: number): XlsxTable {
  const table = readXlsx(makeWorkbook(source), sheet === undefined ? {} : { sheet })
  return must(table.ok ? table.value : undefined, 'a table')
}
const shown = (...cells: readonly Cell[]) => read({ sheets: [{ name: 'S', rows: [cells] }] }).rows[0]?.cells
const day = (value: number, format: string): Cell => ({ value, format })

describe('A workbook', () => {
  it('offers its visible sheets and reads the first that holds anything, or the one chosen', () => {
    const source: WorkbookSource = {
      sheets: [
        { name: '表紙', rows: [] },
        { name: '選択肢', rows: [['USB']], state: 'hidden' },
        { name: '媒体', rows: [['管理番号'], ['USB-001']] },
        { name: '機器 & 端末', rows: [['ホスト名']] },
      ],
    }
    expect(read(source)).toMatchObject({ sheets: ['表紙', '媒体', '機器 & 端末'], sheet: 1 })
    expect(read(source, 2).rows).toEqual([{ row: 1, cells: ['ホスト名'] }])
  })

  it('keeps the rows at their numbers and the cells at their columns', () => {
    const rows: Cell[][] = [['管理簿'], [null, '番号', null, '品名'], ['', 'A1']]
    const table = read({ sheets: [{ name: 'S', rows, numbers: [1, 4, 9] }] })
    expect(table.rows).toEqual([
      { row: 1, cells: ['管理簿'] },
      { row: 4, cells: ['', '番号', '', '品名'] },
      { row: 9, cells: ['', 'A1'] },
    ])
  })

  it('reads texts in every form they are kept in, without the readings above them', () => {
    const parts = {
      'xl/sharedStrings.xml':
        '<sst><si><r><t>記録</t></r><r><t xml:space="preserve"> 媒体</t></r><rPh sb="0" eb="2"><t>キロク</t></rPh></si><si><t>a_x000D_&#10;&amp;b</t></si></sst>',
    }
    const row: Cell[] = [
      { xml: '<c t="s"><v>0</v></c>' },
      { xml: '<c t="s"><v>1</v></c>' },
      { xml: '<c t="inlineStr"><is><t>直書き</t></is></c>' },
      { xml: '<c t="str"><f>A1&amp;"x"</f><v>式の結果</v></c>' },
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="e"><v>#N/A</v></c>' },
    ]
    const table = read({ sheets: [{ name: 'S', rows: [row] }], parts })
    expect(table.rows[0]?.cells).toEqual(['記録 媒体', 'a\r\n&b', '直書き', '式の結果', 'TRUE', '#N/A'])
  })
})

describe('A number in a workbook', () => {
  it('reads as people see it', () => {
    expect(shown(14, 0.1 + 0.2, 123456789012345, -3)).toEqual(['14', '0.3', '123456789012345', '-3'])
    expect(
      shown(
        day(14, '0000'),
        day(14, '"USB-"000'),
        day(1234567, '#,##0'),
        day(0.256, '0.0%'),
        day(1112223, '000-0000'),
        day(2.5, '0.##"GB"'),
        day(16, 'General"GB"'),
        day(-1200, '#,##0;"▲"#,##0'),
        day(0, '0;-0;"なし"'),
        day(980, '[$¥-411]#,##0'),
      ),
    ).toEqual(['0014', 'USB-014', '1,234,567', '25.6%', '111-2223', '2.5GB', '16GB', '▲1,200', 'なし', '¥980'])
  })

  it('that is a day reads in the form the sheet shows, eras included', () => {
    // 2024-03-07, a Thursday.
    const serial = 45_358
    expect(
      shown(
        day(serial, 'yyyy/m/d'),
        day(serial, 'yyyy"年"m"月"d"日"'),
        day(serial, '[$-411]ggge"年"m"月"d"日"'),
        day(serial, '[$-411]ge.m.d'),
        day(serial, 'yyyy-mm-dd'),
        day(serial, 'm/d(aaa)'),
        day(serial + 0.604_861_2, 'yyyy/mm/dd hh:mm'),
        day(serial, 'd-mmm-yy'),
        day(0.75, 'h:mm AM/PM'),
        day(1.5, '[h]:mm'),
      ),
    ).toEqual([
      '2024/3/7',
      '2024年3月7日',
      '令和6年3月7日',
      'R6.3.7',
      '2024-03-07',
      '3/7(木)',
      '2024/03/07 14:31',
      '7-Mar-24',
      '6:00 PM',
      '36:00',
    ])
  })

  it('that is a day is the right one at the edges of eras and calendars', () => {
    const era = '[$-411]ggge"年"m"月"d"日"'
    // The 60th day of 1900 never was; workbooks of old Macintoshes count from 1904.
    expect(shown(day(1, 'yyyy/m/d'), day(59, 'yyyy/m/d'), day(61, 'yyyy/m/d'))).toEqual([
      '1900/1/1',
      '1900/2/28',
      '1900/3/1',
    ])
    expect(shown(day(43_585, era), day(43_586, era))).toEqual(['平成31年4月30日', '令和1年5月1日'])
    const old = read({ sheets: [{ name: 'S', rows: [[day(0, 'yyyy/m/d')]] }], countsFrom1904: true })
    expect(old.rows[0]?.cells).toEqual(['1904/1/1'])
  })

  it('named by a built-in format reads as a Japanese Excel shows it', () => {
    const parts = {
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="58"/></cellXfs></styleSheet>',
    }
    const row: Cell[] = [{ xml: '<c s="1"><v>45358</v></c>' }, { xml: '<c s="2"><v>45358</v></c>' }]
    expect(read({ sheets: [{ name: 'S', rows: [row] }], parts }).rows[0]?.cells).toEqual(['2024/3/7', '令和6年3月7日'])
  })
})
