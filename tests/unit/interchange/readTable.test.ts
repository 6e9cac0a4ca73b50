import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/interchange/readTable.ts'
import { tableLimits } from '../../../src/interchange/tableLimits.ts'
import { makeWorkbook } from '../../support/makeWorkbook.ts'

const bytes = (...values: readonly number[]) => Uint8Array.from(values)
/** The package with another unpacked size in the directory's first entry. */
function claiming(file: Uint8Array, size: number): Uint8Array {
  const lying = file.slice()
  const entry = lying.findIndex(
    (_, at) => lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1 && lying[at + 3] === 2,
  )
  new DataView(lying.buffer).setUint32(entry + 24, size, true)
  return lying
}

const refusal = (file: Uint8Array) => {
  const read = readTable(file)
  return read.ok ? undefined : read.error
}

describe('A register file', () => {
  it('is told by its first bytes, whatever its name', () => {
    const csv = readTable(strToU8('番号,品名\r\n1,USB'))
    const xlsx = readTable(makeWorkbook({ sheets: [{ name: 'S', rows: [['番号'], ['1']] }] }))
    expect(csv.ok && csv.value.format).toBe('csv')
    expect(xlsx.ok && xlsx.value.format).toBe('xlsx')
  })

  it('is refused where it holds nothing', () => {
    expect(refusal(bytes())).toBe('file-empty')
    expect(refusal(strToU8('\uFEFF\r\n , \r\n\r\n'))).toBe('file-empty')
    expect(refusal(makeWorkbook({ sheets: [{ name: 'S', rows: [['', null]] }] }))).toBe('file-empty')
  })

  it('is refused above the size, the rows and the columns that a tablet can work with', () => {
    const rows = (count: number) => strToU8('a,b\n'.repeat(count))
    const columns = (count: number) => strToU8(`${Array.from({ length: count }, (_, at) => `c${at}`).join(',')}\n`)
    expect(refusal(new Uint8Array(tableLimits.fileBytes + 1))).toBe('file-too-large')
    expect(refusal(rows(tableLimits.rows))).toBeUndefined()
    expect(refusal(rows(tableLimits.rows + 1))).toBe('too-many-rows')
    expect(refusal(columns(tableLimits.columns))).toBeUndefined()
    expect(refusal(columns(tableLimits.columns + 1))).toBe('too-many-columns')
    const wide = Array.from({ length: tableLimits.columns + 1 }, (_, at) => at)
    expect(refusal(makeWorkbook({ sheets: [{ name: 'S', rows: [wide] }] }))).toBe('too-many-columns')
  })

  it('of Excel before 2007 and one under a password are told apart', () => {
    const container = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0)
    const stream = strToU8(Array.from('EncryptedPackage').join('\u0000'))
    expect(refusal(container)).toBe('old-excel')
    expect(refusal(Uint8Array.from([...container, ...stream]))).toBe('password-protected')
  })

  it('that is no table is refused: a PDF, a picture, a document', () => {
    expect(refusal(strToU8('%PDF-1.7\n1 0 obj'))).toBe('not-a-table')
    expect(refusal(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toBe('not-a-table')
    expect(refusal(zipSync({ 'word/document.xml': strToU8('<document/>') }))).toBe('not-a-table')
  })
})

describe('A workbook that is broken or hostile', () => {
  const sound = makeWorkbook({
    sheets: [
      {
        name: 'S',
        rows: [
          ['番号', '品名'],
          ['1', 'USB'],
        ],
      },
    ],
  })

  it('never passes for an empty one: cut anywhere it is refused', () => {
    for (let length = 4; length < sound.length; length += 37) {
      expect(refusal(sound.slice(0, length)), `cut after ${length}`).toBe('broken-file')
    }
  })

  it('with damaged bytes is refused or read, and nothing is thrown', () => {
    for (let at = 0; at < sound.length; at += 11) {
      const damaged = sound.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(() => readTable(damaged), `byte ${at}`).not.toThrow()
    }
  })

  it('whose sheet ends in the middle is refused', () => {
    const parts = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c t="str"><v>USB</v></c>' }
    expect(refusal(makeWorkbook({ sheets: [{ name: 'S', rows: [] }], parts }))).toBe('broken-file')
  })

  it('that unpacks to more than a tablet holds is refused before anything is unpacked', () => {
    expect(refusal(claiming(sound, tableLimits.unpackedBytes + 1))).toBe('unpacks-too-large')
  })

  it('that packs far beyond what honest sheets do is refused', () => {
    expect(refusal(claiming(sound, tableLimits.harmlessBytes + 1))).toBe('unpacks-too-large')
    expect(refusal(claiming(sound, tableLimits.harmlessBytes / 2))).toBeUndefined()
  })

  it('of thousands of parts is refused', () => {
    const parts = Object.fromEntries(
      Array.from({ length: tableLimits.packageEntries + 1 }, (_, at) => [`p${at}`, new Uint8Array()]),
    )
    expect(refusal(zipSync(parts, { level: 0 }))).toBe('unpacks-too-large')
  })

  it('whose directory lies about a size is unpacked no further than it says', () => {
    expect(() => readTable(claiming(sound, 8))).not.toThrow()
  })

  it('with a DOCTYPE is refused: entities declared there could grow without end', () => {
    const sheet =
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    const parts = { 'xl/worksheets/sheet1.xml': sheet }
    expect(refusal(makeWorkbook({ sheets: [{ name: 'S', rows: [] }], parts }))).toBe('broken-file')
  })
})
