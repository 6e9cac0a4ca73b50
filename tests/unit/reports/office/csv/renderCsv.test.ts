import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../../../src/interchange/csv/readCsv.ts'
import { renderCsv } from '../../../../../src/reports/office/csv/renderCsv.ts'
import { aReportDocument, documentWithCell } from '../../../../support/office/aReportDocument.ts'

const encodings = ['utf-8', 'cp932'] as const

/** Read as Excel would: the encoding is found out, not told. */
function read(bytes: Uint8Array) {
  const table = readCsv(bytes, { delimiter: ',' })
  if (!table.ok) throw new Error(table.error)
  return table.value
}

/** The cell of `documentWithCell`, below the title, two facts, an empty row and the head. */
function cellOf(text: string, encoding: (typeof encodings)[number]): string | undefined {
  const rows = read(renderCsv(documentWithCell(text), encoding).bytes).rows
  return rows.find(({ cells }) => cells.at(-1) === '端')?.cells[1]
}

describe('renderCsv', () => {
  test.each(encodings)('in %s, everything that the report says reads back in its order', (encoding) => {
    const { bytes, replaced } = renderCsv(aReportDocument({ isDraft: true }), encoding)
    const table = read(bytes)
    expect(table.encoding).toBe(encoding === 'utf-8' ? 'utf-8' : 'shift_jis')
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['案'],
      ['監査調書'],
      ['報告番号', '報告監６の第７号'],
      ['通知を受けた日', '令和６年４月22日'],
      ['監査の概要'],
      ['現地で確認した。'],
      ['・端末を見た。'],
      ['指摘№', '概要', '備考', '措置日（予定日）'],
      ['２（１）', '（１）更新について\n　調べた。\n・古かった。', '特記事項', '令和６年３月７日'],
      ['２（２）', '【指摘事項】'],
      ['立会人', '所管の職員'],
      ['棚の前'],
      ['棚の裏'],
      ['指摘№', '概要', '備考', '措置日（予定日）'],
    ])
    expect(replaced).toEqual([])
  })

  test('UTF-8 has its mark before it, and rows end as Windows ends them', () => {
    const { bytes } = renderCsv(documentWithCell('一行目\n二行目'), 'utf-8')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('\r\n１,"一行目\n二行目",右,端\r\n')
    expect(text.replaceAll('\r\n', '')).not.toContain('\r')
  })

  test.each(encodings)('in %s, quotes, commas, line breaks and the characters of Windows come back', (encoding) => {
    for (const text of ['"引用", と', '上\n下', '㈱①ⅢＮo.㎡髙﨑德彅∥～－￠', 'ｶﾅ', '1,234'])
      expect(cellOf(text, encoding)).toBe(text)
  })

  test.each(encodings)('in %s, a text that a spreadsheet would reckon has an apostrophe before it', (encoding) => {
    for (const text of ['=1+1', '+cmd', '-A1', '@SUM(A1)', '＝１＋１', '－Ａ１', '=HYPERLINK("http://x","y")'])
      expect(cellOf(text, encoding)).toBe(`'${text}`)
    for (const text of ['-', '－', '-5', '+1.5%', '3-1', '・=1', '報告=済']) expect(cellOf(text, encoding)).toBe(text)
  })

  test('a character that CP932 lacks is written as 〓 and told with its place', () => {
    const { bytes, replaced } = renderCsv(documentWithCell('森鷗外と𠮷田と😀'), 'cp932')
    expect(read(bytes).rows.find(({ cells }) => cells.at(-1) === '端')?.cells[1]).toBe('森〓外と〓田と〓')
    expect(replaced).toEqual([
      { row: 6, column: 2, character: '鷗' },
      { row: 6, column: 2, character: '𠮷' },
      { row: 6, column: 2, character: '😀' },
    ])
  })

  test('a twin that looks the same is written in the form that CP932 has, and nobody is bothered', () => {
    const { replaced } = renderCsv(documentWithCell('15日〜26日−‖—'), 'cp932')
    expect(cellOf('15日〜26日−‖—', 'cp932')).toBe('15日～26日－∥―')
    expect(replaced).toEqual([])
    expect(cellOf('15日〜26日', 'utf-8')).toBe('15日〜26日')
  })

  test('a kana with its sound mark apart is one sign, and an asked-for form of a character is told', () => {
    expect(cellOf('か\u3099ハ\u309A', 'cp932')).toBe('がパ')
    expect(cellOf('葛\u{E0100}城', 'cp932')).toBe('葛城')
    expect(renderCsv(documentWithCell('葛\u{E0100}城'), 'cp932').replaced.map(({ character }) => character)).toEqual([
      '葛\u{E0100}',
    ])
  })
})
