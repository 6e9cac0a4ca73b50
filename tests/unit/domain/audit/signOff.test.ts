import { describe, expect, test } from 'vitest'
import { decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideAdvanceAudit } from '../../../../src/domain/audit/decideDescribeAudit.ts'
import { countForSignOff, decideSignOff } from '../../../../src/domain/audit/decideSignOff.ts'
import { isOrderSensitive } from '../../../../src/domain/audit/isOrderSensitive.ts'
import { isSealedKind, signOffOf } from '../../../../src/domain/audit/signOff.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { anAudit, refOf, valueOf } from '../../../support/anAudit.ts'

describe('signing off', () => {
  test('[M15] the signer cites everything seen, in one order, and says how much it is', () => {
    const tanaka = anAudit('tanaka')
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A02')), 'conforming'))
    tanaka.write(decideAdvanceAudit(tanaka.audit.header, 'drafting'))
    const [draft] = valueOf(decideSignOff(tanaka.document))
    expect(draft).toMatchObject({
      kind: 'audit-signed-off',
      body: { heads: [{ device: 'tanaka', n: 10 }], answered: 1, findings: 0 },
    })
    expect(countForSignOff(tanaka.document).questions).toBeGreaterThan(40)
  })

  test('an audit is signed off from the sign-off on', () => {
    const tanaka = anAudit()
    tanaka.write(decideAdvanceAudit(tanaka.audit.header, 'drafting'))
    expect(signOffOf(tanaka.audit)).toBeUndefined()
    tanaka.write(valueOf(decideSignOff(tanaka.document)))
    expect(signOffOf(tanaka.audit)).toMatchObject({ device: 'tanaka', author: 'person-tanaka' })
  })

  test.each([
    ['audit-signed-off', true],
    ['audit-reopened', true],
    ['report-issued', true],
    ['late-entry-placed', false],
    ['answer-judged', false],
    ['to-string', false],
  ])('[M15] %s is sensitive to order: %s', (kind, isIt) => {
    expect(isOrderSensitive(kind)).toBe(isIt)
  })

  test.each([
    ['answer-judged', true],
    ['item-removed', true],
    ['finding-raised', true],
    ['unit-assigned', true],
    ['evidence-removed', true],
    ['measure-worded', false],
    ['notice-dated', false],
    ['audit-advanced', false],
    ['finding-advanced', false],
    ['person-introduced', false],
    ['audit-reopened', false],
    ['report-issued', false],
    ['finding-approved', false],
    ['fact-confirmed', false],
    ['finding-severity-rated', true],
    ['finding-repeat-linked', true],
    ['finding-questions-linked', true],
    ['follow-up-carried', true],
    ['follow-up-checked', true],
    ['measure-evidence-attached', false],
    ['duty-set', false],
  ])('[M14] %s waits behind a sign-off: %s', (kind, isIt) => {
    expect(isSealedKind(kind)).toBe(isIt)
  })
})
