// Times the making of office files from a large report: 100 findings with five measures each, under the app's own Content Security Policy.
import { boldParagraph, bulletParagraph, proseParagraph, shortCell } from '../../../src/reports/paragraphs.ts'
import type { ReportDocument } from '../../../src/reports/ReportDocument.ts'
import { timed } from './timed.ts'

const findings = 100
const measuresEach = 5
/** As long as those that are published, and no two alike: equal texts pack and share too well. */
const sentence =
  '再発を防ぐため、業務に携わる職員の全員を対象として研修を行い、管理簿への登録と使用の都度の確認を手順書に定め、業務管理者が毎月の定例会で実施状況を確かめることとした。'

export const officeFiles = ['docx', 'xlsx', 'csv', 'cp932'] as const
export type OfficeFile = (typeof officeFiles)[number]

/** Milliseconds, the loading of the code left out: it lies in the cache of the app. */
export async function measureOffice(file: OfficeFile): Promise<number> {
  const document = largeReport()
  const render = await rendererOf(file)
  return timed(() => Promise.resolve(render(document)))
}

async function rendererOf(file: OfficeFile): Promise<(document: ReportDocument) => unknown> {
  if (file === 'docx') {
    const { renderDocx } = await import('../../../src/reports/office/docx/renderDocx.ts')
    return (document) => renderDocx(document, new Map())
  }
  if (file === 'xlsx') return (await import('../../../src/reports/office/xlsx/renderXlsx.ts')).renderXlsx
  const { renderCsv } = await import('../../../src/reports/office/csv/renderCsv.ts')
  return (document) => renderCsv(document, file === 'csv' ? 'utf-8' : 'cp932')
}

function largeReport(): ReportDocument {
  const texts = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => `${String(from + index)}：${sentence}`)
  return {
    language: 'ja',
    title: '監査結果に関する措置状況報告書',
    draftMark: '案',
    isDraft: true,
    pageLabel: '報告監６の第７号',
    fileName: '報告',
    orientation: 'portrait',
    header: [{ label: '報告番号', value: '報告監６の第７号' }],
    blocks: [
      {
        type: 'table',
        name: '措置状況',
        hasRowHeads: true,
        columns: [8.2, 34.3, 40, 7.6, 9.9].map((width, index) => ({ label: [`見出し${String(index)}`], width })),
        rows: Array.from({ length: findings }, (_, index) => [
          shortCell([`２（${String(index + 1)}）`]),
          {
            paragraphs: [
              boldParagraph(`（${String(index + 1)}）更新について是正を求めたもの`),
              ...texts(1, index).map(proseParagraph),
              ...texts(3, index).map(bulletParagraph),
              boldParagraph('【指摘事項】'),
              ...texts(1, index).map(proseParagraph),
            ],
          },
          { paragraphs: texts(measuresEach, index * measuresEach).map(bulletParagraph) },
          shortCell(['措置済']),
          shortCell(['令和６年', '３月７日']),
        ]),
      },
    ],
  }
}
