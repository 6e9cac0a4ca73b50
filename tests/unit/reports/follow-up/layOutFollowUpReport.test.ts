import { describe, expect, test } from 'vitest'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { newMeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { buildFollowUpReport } from '../../../../src/reports/follow-up/buildFollowUpReport.ts'
import { layOutFollowUpReport } from '../../../../src/reports/follow-up/layOutFollowUpReport.ts'
import type { ReportNode } from '../../../../src/reports/page/ReportNode.ts'
import { antivirus, followUpAudit } from '../../../fixtures/reports/followUpAudit.ts'

function allNodes(tree: ReportNode): readonly ReportNode[] {
  return [tree, ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : allNodes(child)))]
}

function textOf(tree: ReportNode): string {
  return tree.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

describe('layOutFollowUpReport', () => {
  const tree = layOutFollowUpReport(buildFollowUpReport(followUpAudit().audit, 'ja'))

  test('five column heads and one row head a finding have their scope', () => {
    const heads = allNodes(tree).filter(({ tag }) => tag === 'th')
    expect(heads.map((head) => [head.attributes['scope'], textOf(head)])).toEqual([
      ['col', '指摘№'],
      ['col', '指摘等の概要'],
      ['col', '措置内容又は措置方針等'],
      ['col', '措置分類'],
      ['col', '措置日（予定日）'],
      ['row', '２（１）'],
      ['row', '２（２）'],
      ['row', '２（３）'],
    ])
  })

  test('the summary reads heading, lead, conditions, 【指摘事項】 and recommendation', () => {
    const summary = allNodes(tree).find((each) => each.tag === 'td')
    expect(summary?.children.map((child) => (typeof child === 'string' ? child : child.attributes['class']))).toEqual([
      'report-heading',
      'report-paragraph',
      'report-bullets',
      'report-subheading',
      'report-paragraph',
    ])
  })

  test('the whole carries the language of the report and no draft mark', () => {
    expect(tree.attributes['lang']).toBe('ja')
    expect(textOf(tree)).not.toContain('案')
  })

  test('a draft says so before everything else', () => {
    const device = followUpAudit()
    device.write([
      firstDraft(newMeasureId('x'), 'measure-placed', { finding: antivirus, type: 'correction', position: 9 }),
    ])
    const draft = layOutFollowUpReport(buildFollowUpReport(device.audit, 'ja'))
    expect(draft.children[0]).toEqual({ tag: 'p', attributes: { class: 'report-draft-mark' }, children: ['案'] })
  })
})
