import { describe, expect, test } from 'vitest'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import {
  decideTitleFinding,
  decideWithdrawFinding,
  decideWordFinding,
} from '../../../../src/domain/audit/decideFinding.ts'
import { auditEntity, newMeasureId, type FindingId } from '../../../../src/domain/audit/entityIds.ts'
import { decideScheduleMeasure } from '../../../../src/domain/audit/measure.ts'
import { must } from '../../../../src/domain/must.ts'
import { buildFollowUpReport } from '../../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpAudit, media, workPlan } from '../../../fixtures/reports/followUpAudit.ts'
import { day, month } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

function findingIn(device: TestDevice, id: FindingId) {
  return must(device.audit.findings.get(id), id)
}

function measureIn(device: TestDevice, id: string) {
  return must(device.audit.measures.get(newMeasureId(id)), id)
}

describe('buildFollowUpReport', () => {
  test('a complete audit makes a report without problems that is no draft', () => {
    const report = buildFollowUpReport(followUpAudit().audit, 'ja')
    expect(report.problems).toEqual([])
    expect(report.isDraft).toBe(false)
    expect(report.title).toBe('監査結果に関する措置状況報告書')
  })

  test('the header lines stand in the order of the form, with the digit rule', () => {
    const { header } = buildFollowUpReport(followUpAudit().audit, 'ja')
    expect(header.map(({ label }) => label)).toEqual(['報告番号', '監査の対象', '所管所属', '通知を受けた日'])
    expect(header[0]?.value).toBe('報告監６の第７号')
    expect(header[1]?.value).toContain('令和５年度監査委員監査　')
    expect(header[3]?.value).toBe('令和６年４月22日')
  })

  test('rows carry number, heading, class and the date of the last measure', () => {
    const { rows } = buildFollowUpReport(followUpAudit().audit, 'ja')
    expect(rows.map(({ number }) => number)).toEqual(['２（１）', '２（２）', '２（３）'])
    expect(rows.map(({ heading }) => heading.item + heading.text)).toEqual([
      '（１）ウイルス対策ソフトの更新について是正を求めたもの',
      '（２）記録媒体の管理について改善を求めたもの',
      '（３）運用保守業務の委託先に対する管理及び監督について改善を求めたもの',
    ])
    expect(rows.map(({ measureClass }) => measureClass.join(''))).toEqual(['措置済', '措置済', '措置済'])
    expect(rows.map(({ measureDate }) => measureDate)).toEqual([
      ['令和６年', '３月７日'],
      ['令和６年', '２月１日'],
      ['令和６年', '４月９日'],
    ])
  })

  test('each line of the conditions is a bullet, and digits follow the digit rule', () => {
    const [, row] = buildFollowUpReport(followUpAudit().audit, 'ja').rows
    expect(row?.conditions).toHaveLength(2)
    expect(row?.conditions[0]).toContain('ＵＳＢメモリ５本のうち４本は')
    expect(row?.measures).toHaveLength(4)
    expect(row?.recommendationHead).toBe('【指摘事項】')
  })

  test('a withdrawn finding is not printed and its number stays used', () => {
    const device = followUpAudit()
    const withdrawn = decideWithdrawFinding(findingIn(device, media), '事実の誤認')
    device.write(withdrawn.ok ? withdrawn.value : [])
    const report = buildFollowUpReport(device.audit, 'ja')
    expect(report.rows.map(({ number }) => number)).toEqual(['２（１）', '２（３）'])
    expect(report.problems).toEqual([])
  })

  test('one planned measure makes the finding planned, with the latest planned date in brackets', () => {
    const device = followUpAudit()
    for (const [id, plannedOn] of [
      ['antivirus-1', day('2024-06-30')],
      ['antivirus-2', month('2024-09')],
    ] as const) {
      device.write(decideScheduleMeasure(measureIn(device, id), { kind: 'measure-planned', body: { plannedOn } }))
    }
    const [row] = buildFollowUpReport(device.audit, 'ja').rows
    expect(row?.measureClass.join('')).toBe('措置方針')
    expect(row?.measureDate).toEqual(['（令和６年', '９月）'])
  })

  test('a text with two versions is not printed in either of them, and the report is a draft', () => {
    const device = followUpAudit()
    const tablet = new TestDevice('tablet')
    tablet.seeAllOf(device)
    device.write(decideWordFinding(findingIn(device, workPlan), 'lead', '事務所の文'))
    tablet.write(decideWordFinding(findingIn(tablet, workPlan), 'lead', '現場の文'))
    device.seeAllOf(tablet)
    const report = buildFollowUpReport(device.audit, 'ja')
    expect(report.rows[2]?.lead).toEqual(['【未確定：２通りの記入がある。】'])
    expect(report.isDraft).toBe(true)
    expect(report.problems).toEqual([
      { code: 'conflict-open', entity: workPlan, field: 'lead', finding: { id: workPlan, number: '２（３）' } },
    ])
  })

  test('a title with two versions prints neither subject', () => {
    const device = followUpAudit()
    const tablet = new TestDevice('tablet')
    tablet.seeAllOf(device)
    device.write(decideTitleFinding(findingIn(device, media), { subject: '媒体の登録', demand: 'rectify' }))
    tablet.write(decideTitleFinding(findingIn(tablet, media), { subject: '媒体の検査', demand: 'improve' }))
    device.seeAllOf(tablet)
    expect(buildFollowUpReport(device.audit, 'ja').rows[1]?.heading.text).toBe('【未確定：２通りの記入がある。】')
  })

  test('English has its own words and leaves what people wrote as it is', () => {
    const report = buildFollowUpReport(followUpAudit().audit, 'en')
    expect(report.header.map(({ label }) => label)).toEqual([
      'Report number',
      'Subject of the audit',
      'Responsible unit',
      'Notice received on',
    ])
    expect(report.header[0]?.value).toBe('報告監6の第7号')
    expect(report.rows[0]).toMatchObject({
      number: '2(1)',
      heading: { item: '(1)', text: 'Correction requested: ウイルス対策ソフトの更新' },
      measureClass: ['Done'],
      measureDate: ['7 March', '2024'],
    })
  })

  test('an audit just opened prints empty places and says what is missing', () => {
    const device = new TestDevice('office')
    device.write([firstDraft(auditEntity, 'unit-assigned', { unit: '健康局' })])
    const report = buildFollowUpReport(device.audit, 'ja')
    expect(report.rows).toEqual([])
    expect(report.header.map(({ value }) => value)).toEqual(['', '', '健康局', ''])
    expect(report.problems).toEqual([
      { code: 'header-missing', field: 'report-number' },
      { code: 'header-missing', field: 'subject' },
      { code: 'header-missing', field: 'notice' },
      { code: 'findings-missing' },
    ])
  })
})
