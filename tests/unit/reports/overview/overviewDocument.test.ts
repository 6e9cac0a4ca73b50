import { expect, test } from 'vitest'
import { renderCsv } from '../../../../src/reports/office/csv/renderCsv.ts'
import { overviewDocument } from '../../../../src/reports/overview/overviewDocument.ts'

const document = overviewDocument({
  language: 'ja',
  title: '概況',
  fileParts: ['概況', '2024-11-10'],
  header: [{ label: '基準日', value: '令和6年11月10日' }],
  tables: [
    {
      title: '所管所属別の指摘',
      heads: ['所管所属', '措置待ち', '計'],
      rows: [
        ['健康局', 3, 4],
        ['計', 3, 4],
      ],
      note: 'このほか、2件。',
    },
    { title: '監査の状態', heads: ['監査の状態', '監査'], rows: [['準備中', 12]], note: '' },
  ],
})

test('[A25] the file holds the numbers of the screen, one table below the other, and what they leave out', () => {
  const text = new TextDecoder().decode(renderCsv(document, 'utf-8').bytes)
  expect(text.split('\r\n').filter((line) => line !== '')).toEqual([
    '概況',
    '基準日,令和6年11月10日',
    '所管所属別の指摘',
    '所管所属,措置待ち,計',
    '健康局,3,4',
    '計,3,4',
    'このほか、2件。',
    '監査の状態',
    '監査の状態,監査',
    '準備中,12',
  ])
})

test('the widths of a table sum up to the page', () => {
  const tables = document.blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  for (const { columns } of tables) expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  expect(document.fileName).toBe('概況 2024-11-10')
})
