import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { must } from '../../../../src/domain/must.ts'
import type { RosterKind } from '../../../../src/domain/template/Template.ts'
import { readCsv } from '../../../../src/interchange/csv/readCsv.ts'
import { columnLabels, columnLetter } from '../../../../src/interchange/roster/columnLabels.ts'
import { findHeader } from '../../../../src/interchange/roster/findHeader.ts'
import { guessColumns } from '../../../../src/interchange/roster/guessColumns.ts'
import { headerSignature } from '../../../../src/interchange/roster/headerSignature.ts'

function tableOf(text: string) {
  const table = readCsv(strToU8(text), {})
  return must(table.ok ? table.value : undefined, 'a table')
}
const rolesOf = (roster: RosterKind, ...headers: readonly string[]) => guessColumns(roster, headers).roles

describe('The header of a register', () => {
  it('is found below titles, units and dates', () => {
    const table = tableOf(
      '電磁的記録媒体管理簿（管理番号順）\n\n所属：,保健所管理課\n作成日：,令和6年4月1日\nNo.,管理番号,品名,保管場所\n1,USB-001,USBメモリ,棚',
    )
    expect(table.rows[must(findHeader('media', table), 'a header').first]?.row).toBe(5)
  })

  it('is the first row where the table has no title', () => {
    expect(findHeader('machines', tableOf('ホスト名,設置場所\nPC-1,1階'))).toEqual({ first: 0, last: 0 })
  })

  it('may be missing: then every row is an entry', () => {
    expect(findHeader('media', tableOf('USB-001,黒,棚\nUSB-002,白,棚'))).toBeUndefined()
    expect(findHeader('media', tableOf('USB-001\nUSB-002'))).toBeUndefined()
  })

  it('of words that nobody foresaw is the row of words above the row of numbers', () => {
    expect(findHeader('tickets', tableOf('一覧\nいろは,にほへ\n12,34'))).toEqual({ first: 1, last: 1 })
  })

  it('names the columns; those without a name go by their letter', () => {
    expect(columnLabels(tableOf('"管理\n番号",,品名\n1,2,3'), { first: 0, last: 0 })).toEqual(['管理 番号', '', '品名'])
    expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  })

  it('is known again whatever its width, case and spaces, in the same kind of list only', () => {
    const signature = headerSignature('media', ['管理番号', 'Ｓ/Ｎ'])
    expect(headerSignature('media', ['管理 番号', 's/n'])).toBe(signature)
    expect(headerSignature('machines', ['管理番号', 'S/N'])).not.toBe(signature)
    expect(headerSignature('media', ['管理番号', '品名'])).not.toBe(signature)
  })
})

describe('The columns of a register', () => {
  it('of media are known by the words that registers use', () => {
    expect(rolesOf('media', 'No.', '管理番号', 'シリアル番号', '品名', '容量', '保管場所', '登録年月日')).toEqual([
      'skip',
      'tag',
      'serial',
      'name',
      'detail',
      'detail',
      'detail',
    ])
    expect(rolesOf('media', 'ＵＳＢメモリ管理番号（シールに記載）', '製造番号', '媒体の種類')).toEqual([
      'tag',
      'serial',
      'name',
    ])
    expect(rolesOf('media', 'Control number', 'S/N', 'Type', 'Location')).toEqual(['tag', 'serial', 'name', 'detail'])
  })

  it('of machines, specification items and tickets are known, too', () => {
    expect(rolesOf('machines', '機器名', 'ホスト名', '製造番号', '設置場所', 'OS')).toEqual([
      'detail',
      'tag',
      'serial',
      'name',
      'detail',
    ])
    expect(rolesOf('specification-items', '項番', '仕様項目', '備考')).toEqual(['tag', 'name', 'detail'])
    expect(rolesOf('tickets', '障害票番号', '件名', '発生日')).toEqual(['tag', 'name', 'detail'])
  })

  it('never have one role twice; the surer word wins', () => {
    expect(rolesOf('media', '登録番号', '管理番号')).toEqual(['detail', 'tag'])
  })

  it('fall back to the running number where an entry has no other', () => {
    expect(rolesOf('media', 'No.', '品名')).toEqual(['tag', 'name'])
    expect(rolesOf('media', 'No.', '品名', 'シリアル番号')).toEqual(['skip', 'name', 'serial'])
  })
})
