import { shallowRef } from 'vue'
import { expect, test } from 'vitest'
import type { OpenAudit, SaveState } from '../../../../../src/app/composables/OpenAudit.ts'
import { createChangeQueue } from '../../../../../src/app/pages/checklist/createChangeQueue.ts'
import type { AuditDraft } from '../../../../../src/domain/audit/auditKinds.ts'
import { decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { isInConflict } from '../../../../../src/domain/oplog/Register.ts'
import { anAudit, refOf } from '../../../../support/anAudit.ts'

/** Saves as slowly as a tablet does: what was recorded is seen only later. */
function slowlySaving() {
  const device = anAudit()
  const save = shallowRef<SaveState>({ state: 'idle' })
  const record = async (drafts: readonly AuditDraft[]) => {
    save.value = { state: 'saving' }
    await new Promise((resolve) => setTimeout(resolve, 5))
    device.write(drafts)
    save.value = { state: 'saved', savedAt: '2023-10-24T05:32:00.000Z' }
    return true
  }
  const open: Pick<OpenAudit, 'save' | 'record'> = { save, record }
  return { device, record, change: createChangeQueue(open) }
}

test('two quick taps on one question do not conflict with each other', async () => {
  const { device, change } = slowlySaving()
  const answer = () => answerOf(device.audit, refOf('A04'))
  await Promise.all([
    change(() => decideJudge(answer(), 'conforming')),
    change(() => decideJudge(answer(), 'nonconforming')),
  ])
  expect(isInConflict(answer().judgement)).toBe(false)
  expect(answer().judgement.values[0]?.content.body).toMatchObject({ judgement: 'nonconforming' })
})

test('a change waits for a text that is just being finished', async () => {
  const { device, record, change } = slowlySaving()
  const answer = () => answerOf(device.audit, refOf('A04'))
  const finishing = record(decideJudge(answer(), 'not-applicable', '閉域のため'))
  await Promise.all([finishing, change(() => decideJudge(answer(), 'nonconforming'))])
  expect(isInConflict(answer().judgement)).toBe(false)
})
