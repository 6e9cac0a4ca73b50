import { describe, expect, test } from 'vitest'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { findingListDocument } from '../../../../src/reports/finding-list/findingListDocument.ts'
import { antivirus, followUpAudit, media, workPlan } from '../../../fixtures/reports/followUpAudit.ts'
import { reportSource } from '../../../support/reports/reportSource.ts'
import { rowsOf, tableOf, textOfDocument } from '../../../support/reports/textOfDocument.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

describe('findingListDocument', () => {
  test('a finding is one row with its number, demand, class, stage, measure class and date', () => {
    const document = findingListDocument(reportSource(followUpAudit().audit))
    expect(rowsOf(tableOf(document, '指摘一覧'))[0]).toEqual([
      '２（１）',
      'ウイルス対策ソフトの更新',
      '是正',
      '指摘',
      '',
      '健康局',
      '下書き',
      '措置済',
      '令和６年３月７日',
      '',
    ])
    expect(textOfDocument(document)).toContain('指摘３件、意見０件、取下げ０件')
  })

  test('severity, and the finding that it repeats, are named', () => {
    const device = followUpAudit()
    device.write([
      firstDraft(media, 'finding-severity-rated', { severity: 'high' }),
      firstDraft(media, 'finding-repeat-linked', {
        repeatOf: {
          stream: 'audit-0' as never,
          finding: antivirus,
          number: '1（2）',
          subject: '媒体の登録',
          unit: '健康局',
          fiscalYear: null,
        },
      }),
    ])
    const row = rowsOf(tableOf(findingListDocument(reportSource(device.audit)), '指摘一覧'))[1]
    expect(row?.[4]).toBe('重大')
    expect(row?.[9]).toMatch(/^再指摘\n.*媒体の登録$/)
  })

  test('a withdrawn finding stays in its place with its number and the reason', () => {
    const device = followUpAudit()
    device.write([firstDraft(media, 'finding-withdrawn', { reason: '事実と異なったため' })])
    const document = findingListDocument(reportSource(device.audit))
    const rows = rowsOf(tableOf(document, '指摘一覧'))
    expect(rows.map(([number]) => number)).toEqual(['２（１）', '２（２）', '２（３）'])
    expect(rows[1]?.slice(6, 9)).toEqual(['取下げ\n事実と異なったため', '', ''])
    expect(textOfDocument(document)).toContain('指摘２件、意見０件、取下げ１件')
  })

  test('two versions of a title both stand in the list, which is then a draft', () => {
    const [tanaka, sato] = [followUpAudit(), new TestDevice('sato')]
    sato.seeAllOf(tanaka)
    const title = (subject: string) => ({ subject, demand: 'improve' as const })
    const { dots } = tanaka.audit.findings.get(workPlan)?.title ?? { dots: [] }
    const draft = (subject: string) => ({
      ...firstDraft(workPlan, 'finding-titled', title(subject)),
      supersedes: dots,
    })
    tanaka.write([draft('委託先の監督')])
    sato.write([draft('委託先の管理')])
    tanaka.seeAllOf(sato)
    const document = findingListDocument(reportSource(tanaka.audit))
    expect(rowsOf(tableOf(document, '指摘一覧'))[2]?.slice(1, 3)).toEqual([
      '【未確定：２通りの記入がある。】\n委託先の監督\n委託先の管理',
      '未確定',
    ])
    expect(document.isDraft).toBe(true)
  })

  test('without numbers issued it is marked as a draft, also in the name of its file', () => {
    const document = findingListDocument(reportSource(followUpAudit().audit))
    expect(document.isDraft).toBe(true)
    expect(document.fileName).toBe('報告監６の第７号 指摘一覧 案')
  })

  test('it is complete in English', () => {
    const document = findingListDocument(reportSource(followUpAudit().audit, 'en'))
    expect(rowsOf(tableOf(document, 'List of findings'))[0]?.slice(2, 9)).toEqual([
      'Correction',
      'Finding',
      '',
      '健康局',
      'Draft',
      'Done',
      '7 March2024',
    ])
  })
})
