import { expect, test } from 'vitest'
import { sectionViews } from '../../../../../src/app/components/checklist/SectionView.ts'
import { decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { builtinTemplates } from '../../../../../src/domain/template/builtinTemplates.ts'
import { anAudit, refOf } from '../../../../support/anAudit.ts'

test('sections are numbered anew in every checklist, and its first one carries its title', () => {
  const views = sectionViews(anAudit().audit, builtinTemplates, 'ja')
  const media = views.filter(({ checklist }) => checklist === '記録媒体の登録と検査')
  expect(media.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(media.map(({ isFirstOfChecklist }) => isFirstOfChecklist)).toEqual([true, false, false, false])
})

test('対象外 and 未確認 count as answered, but neither as passing nor as failing', () => {
  const device = anAudit()
  device.write(decideJudge(answerOf(device.audit, refOf('A04')), 'not-applicable'))
  device.write(decideJudge(answerOf(device.audit, refOf('A05')), 'not-checked'))
  device.write(decideJudge(answerOf(device.audit, refOf('A06')), 'nonconforming'))
  const update = sectionViews(device.audit, builtinTemplates, 'en').find(
    ({ title }) => title === 'Update procedure and practice',
  )
  expect(update).toMatchObject({ total: 4, answered: 3, unanswered: 1, ok: 0, part: 0, ng: 1, other: 2 })
})
