import { describe, expect, test } from 'vitest'
import { decideConfirmFacts } from '../../../../src/domain/audit/decideConfirmFacts.ts'
import { decideAdvanceAudit, decideDescribeAudit } from '../../../../src/domain/audit/decideDescribeAudit.ts'
import {
  decidePlaceFinding,
  decideTitleFinding,
  decideWithdrawFinding,
  decideWordFinding,
} from '../../../../src/domain/audit/decideFinding.ts'
import { decideIssueReport } from '../../../../src/domain/audit/decideIssueReport.ts'
import { decideSendBackFinding } from '../../../../src/domain/audit/decideReview.ts'
import { decideSignOff } from '../../../../src/domain/audit/decideSignOff.ts'
import { newSignatureId } from '../../../../src/domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../../../src/domain/audit/findingOrder.ts'
import { isIssued } from '../../../../src/domain/audit/issue.ts'
import { listIssueObstacles } from '../../../../src/domain/audit/issueObstacles.ts'
import { auditStateOf, summariseAudit } from '../../../../src/domain/audit/summariseAudit.ts'
import { countMeasures, isOverdueFinding } from '../../../../src/domain/audit/FindingSummary.ts'
import { parseAuditSummary } from '../../../../src/domain/audit/AuditSummary.ts'
import {
  aFinding,
  aMeasure,
  anIssuedFinding,
  approve,
  doneOn,
  findingOf,
  hash,
  issue,
  plannedOn,
  visit,
} from '../../../support/aFinding.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const codes = (by: TestDevice) => listIssueObstacles(by.document, hash).map(({ code }) => code)

/** Ready but for what a test does to it. */
function ready() {
  const tanaka = anAudit()
  visit(tanaka)
  const id = aFinding(tanaka, 'f')
  approve(tanaka, id)
  return { tanaka, id }
}

describe('issuing', () => {
  test('[A11] makes the numbers final: order, withdrawal and chapter change nothing any more', () => {
    const tanaka = anAudit()
    visit(tanaka)
    const [first, second] = [aFinding(tanaka, 'f'), aFinding(tanaka, 'g')]
    for (const id of [first, second]) approve(tanaka, id)
    issue(tanaka)
    tanaka.write(decidePlaceFinding(findingOf(tanaka, second), 0))
    tanaka.write(valueOf(decideWithdrawFinding(findingOf(tanaka, first), '重複')))
    tanaka.write(valueOf(decideDescribeAudit(tanaka.audit.header, { chapter: 5 })))
    const third = aFinding(tanaka, 'h')
    expect([...findingNumbers(tanaka.audit)]).toEqual([
      [first, 1],
      [second, 2],
      [third, 3],
    ])
    expect([chapterOf(tanaka.audit), isIssued(tanaka.audit), auditStateOf(tanaka.audit)]).toEqual([2, true, 'reported'])
    approve(tanaka, third)
    issue(tanaka)
    expect(tanaka.audit.header.issue.values[0]?.content.body.numbers).toHaveLength(3)
    expect(codes(tanaka)).toEqual(['nothing-to-issue'])
  })

  test('[A18] what stands in the way is told with its place', () => {
    const { tanaka, id } = ready()
    const empty = aFinding(tanaka, 'g')
    tanaka.write(decideTitleFinding(findingOf(tanaka, empty), { subject: ' ', demand: 'improve' }))
    tanaka.write(decideWordFinding(findingOf(tanaka, empty), 'conditions', '○○以降更新されていない。'))
    const measure = aMeasure(tanaka, id, { kind: 'measure-completed', body: { doneOn: null } })
    const place = { entity: empty, finding: empty }
    expect(listIssueObstacles(tanaka.document, hash)).toEqual([
      { code: 'measure-date-missing', entity: measure, finding: id },
      { code: 'text-missing', ...place },
      { code: 'blank-left', ...place, register: 'conditions' },
      { code: 'not-reviewed', ...place },
    ])
  })

  test('[A18] a conflict and a late entry stand in the way until a person has decided', () => {
    const { tanaka, id } = ready()
    const sato = new TestDevice('sato')
    sato.seeAllOf(tanaka)
    tanaka.write(decideAdvanceAudit(tanaka.audit.header, 'drafting'))
    tanaka.write(decideWordFinding(findingOf(tanaka, id), 'cause', '一'))
    approve(tanaka, id)
    tanaka.write(valueOf(decideSignOff(tanaka.document)))
    sato.write(decideWordFinding(findingOf(sato, id), 'cause', '二'))
    sato.write(valueOf(decideDescribeAudit(sato.audit.header, { noticeOn: day('2024-04-22') })))
    tanaka.write(valueOf(decideDescribeAudit(tanaka.audit.header, { noticeOn: day('2024-04-23') })))
    tanaka.seeAllOf(sato)
    expect(listIssueObstacles(tanaka.document, hash)).toEqual([
      { code: 'conflict', entity: 'audit', register: 'notice' },
      { code: 'late-entry', entity: id },
    ])
  })

  test('[A18] so do an audit without its particulars and findings that were sent back or changed', () => {
    const tanaka = anAudit()
    const id = aFinding(tanaka, 'f')
    tanaka.write(valueOf(decideDescribeAudit(tanaka.audit.header, { reportNo: '' })))
    tanaka.write(valueOf(decideSendBackFinding(findingOf(tanaka, id), '理由')))
    expect(codes(tanaka)).toEqual(['report-number-missing', 'visit-date-missing', 'sent-back'])
    approve(tanaka, id)
    tanaka.write(decideWordFinding(findingOf(tanaka, id), 'effect', '漏えい'))
    expect(codes(tanaka)).toEqual(['report-number-missing', 'visit-date-missing', 'changed-since-approval'])
  })

  test('[A12] [A18] an objection stands in the way until it is upheld', () => {
    const { tanaka, id } = ready()
    const outcomes = [{ finding: id, outcome: 'objected', objection: '違う' } as const]
    const signed = { signature: newSignatureId('s'), name: '健康', position: '', strokes: [[1, 1]] }
    tanaka.write(valueOf(decideConfirmFacts(tanaka.audit, { ...signed, outcomes }, hash)))
    expect(codes(tanaka)).toEqual(['objection-open'])
    approve(tanaka, id)
    expect(codes(tanaka)).toEqual([])
  })

  test('[A11] [M15] two issues that do not know each other are not built upon', () => {
    const { tanaka } = ready()
    const sato = new TestDevice('sato')
    sato.seeAllOf(tanaka)
    approve(sato, aFinding(sato, 'h'))
    for (const each of [tanaka, sato]) issue(each)
    tanaka.seeAllOf(sato)
    aFinding(tanaka, 'g')
    expect(codes(tanaka)).toContain('issue-unconfirmed')
    expect(decideIssueReport(tanaka.document, hash).ok).toBe(false)
  })
})

test('the summary tells of findings and measures what the overview draws, and of nothing that ages', () => {
  const tanaka = anAudit()
  const id = anIssuedFinding(tanaka)
  aMeasure(tanaka, id, plannedOn('2024-09-30'), 'a')
  aMeasure(tanaka, id, plannedOn('2024-06-30'), 'b')
  aMeasure(tanaka, id, doneOn('2024-03-07'), 'c')
  const summary = summariseAudit(tanaka.document, hash)
  expect(parseAuditSummary(JSON.parse(JSON.stringify(summary)))).toEqual(summary)
  expect(summary).toMatchObject({ fiscalYear: 2023, state: 'reported', chapter: 2 })
  const named = { finding: id, item: 1, subject: 'fの更新', demand: 'rectify' }
  const about = { ...named, class: 'finding', severity: null, raisedOn: '2023-10-24' }
  expect(summary.findings).toEqual([{ ...about, stage: 'planned', dueOn: '2024-06-30' }])
  expect(summary.measures.map(({ item, on }) => [item, on])).toEqual([
    [1, '2024-09-30'],
    [1, '2024-06-30'],
    [1, '2024-03-07'],
  ])
  expect(countMeasures(summary.measures, day('2024-07-01'))).toEqual({ planned: 2, done: 1, verified: 0, overdue: 1 })
  const overdue = (on: string) => summary.findings.map((finding) => isOverdueFinding(finding, day(on)))
  expect([overdue('2024-06-30'), overdue('2024-07-01')]).toEqual([[false], [true]])
})
