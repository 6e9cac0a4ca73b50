import { expect, test } from 'vitest'
import { answerMarks, questionKey } from '../../../../../src/app/components/checklist/answerMarks.ts'
import { decideNote } from '../../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { anAudit, refOf } from '../../../../support/anAudit.ts'

test('a question is noted while its note says something', () => {
  const device = anAudit()
  const { template } = refOf('A02')
  const isNoted = () => answerMarks(device.audit).noted.has(questionKey(template, 'A02'))
  expect(isNoted()).toBe(false)
  device.write(decideNote(answerOf(device.audit, refOf('A02')), '更新されていない。'))
  expect(isNoted()).toBe(true)
  device.write(decideNote(answerOf(device.audit, refOf('A02')), ' '))
  expect(isNoted()).toBe(false)
})
