import { describe, expect, test } from 'vitest'
import { decideJudge, decideMeasureAnswer } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideRaiseFinding, findingOf } from '../../../../src/domain/audit/decideRaiseFinding.ts'
import { draftFinding, questionsDraftedTogether, type FindingDraft } from '../../../../src/domain/audit/draftFinding.ts'
import { newFindingId } from '../../../../src/domain/audit/entityIds.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { parseCalendarDay } from '../../../../src/domain/calendar/parseCalendarDay.ts'
import type { Language } from '../../../../src/domain/template/Localised.ts'
import { anAudit, listItems, placeOf, refOf, valueOf } from '../../../support/anAudit.ts'
import type { TestDevice } from '../../../support/TestDevice.ts'

const today = valueOf(parseCalendarDay('2023-10-24'))

function judgeItems(device: TestDevice, question: string, items: readonly string[], failing: number): void {
  items.forEach((item, index) => {
    const answer = answerOf(device.audit, refOf(question, item as never))
    device.write(decideJudge(answer, index < failing ? 'nonconforming' : 'conforming'))
  })
}

function draft(device: TestDevice, question: string, language: Language = 'ja'): FindingDraft {
  const places = questionsDraftedTogether(placeOf(question), device.audit)
  return draftFinding(places, { audit: device.audit, language, today })
}

describe('drafting a finding', () => {
  test('counts the media that are not registered and those never checked: 五本 of which 四本', () => {
    const tanaka = anAudit()
    const sticks = listItems(
      tanaka,
      'media',
      Array.from({ length: 5 }, () => 'ＵＳＢ'),
    )
    judgeItems(tanaka, 'B01', sticks, 4)
    judgeItems(tanaka, 'B05', sticks, 5)
    const drafted = draft(tanaka, 'B01')
    expect(drafted.questions.map(({ question }) => question.id)).toEqual(['B01', 'B05'])
    expect(drafted.conditions).toContain('（ＵＳＢ）５本のうち４本')
    expect(drafted.conditions).toContain('５本についてウイルスチェックの記録がなかった')
    expect(drafted.conditions.split('\n')).toHaveLength(1)
    expect(drafted.recommendation).toMatch(/^健康局は、.*されたい。$/)
    expect(drafted.demand).toBe('improve')
  })

  test('speaks of registration alone when every medium was checked', () => {
    const tanaka = anAudit()
    const sticks = listItems(tanaka, 'media', ['ＵＳＢ', 'ＵＳＢ'])
    judgeItems(tanaka, 'B01', sticks, 1)
    judgeItems(tanaka, 'B05', sticks, 0)
    const drafted = draft(tanaka, 'B01')
    expect(drafted.conditions).toContain('２本のうち１本')
    expect(drafted.conditions).not.toContain('ウイルスチェック')
  })

  test('drafts the follower on its own where its leader conforms', () => {
    const tanaka = anAudit()
    const sticks = listItems(tanaka, 'media', ['ＵＳＢ', 'ＵＳＢ'])
    judgeItems(tanaka, 'B01', sticks, 0)
    judgeItems(tanaka, 'B05', sticks, 2)
    expect(draft(tanaka, 'B05').questions.map(({ question }) => question.id)).toEqual(['B05'])
  })

  test('says since when the pattern files are out of date, from the oldest failing machine', () => {
    const tanaka = anAudit()
    const machines = listItems(tanaka, 'machines', ['端末1', '端末2', '端末3'])
    judgeItems(tanaka, 'A02', machines, 2)
    const days = ['2022-03-01', '2022-01-14', '2020-01-01']
    machines.forEach((machine, index) => {
      const on = valueOf(parseCalendarDay(days[index] ?? ''))
      tanaka.write(decideMeasureAnswer(answerOf(tanaka.audit, refOf('A02', machine)), { type: 'date', on }))
    })
    const { conditions, demand } = draft(tanaka, 'A02')
    expect(conditions).toContain('３台のうち２台')
    expect(conditions).toContain('令和４年１月14日以降')
    expect(conditions).toContain('648日')
    expect(demand).toBe('rectify')
    expect(draft(tanaka, 'A02', 'en').conditions).toContain('14 January 2022')
  })

  test('names the plan elements that are missing for the failing specification items', () => {
    const tanaka = anAudit()
    const items = listItems(tanaka, 'specification-items', ['障害管理', '障害保守'])
    judgeItems(tanaka, 'C02', items, 1)
    judgeItems(tanaka, 'C03', items, 1)
    for (const item of items) {
      tanaka.write(
        decideMeasureAnswer(answerOf(tanaka.audit, refOf('C03', item)), {
          type: 'elements',
          present: ['content', 'reporting'],
        }),
      )
    }
    expect(draft(tanaka, 'C02').conditions).toContain('実施方法、実施サイクル、対応策')
    expect(draft(tanaka, 'C02').conditions).toContain('２項目のうち１項目')
  })

  test('leaves a visible blank for what the answers do not say', () => {
    const tanaka = anAudit()
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('B16')), 'nonconforming'))
    expect(draft(tanaka, 'B16').conditions).toContain('○○')
  })

  test('becomes a finding with its questions, and a second one of the same question is refused', () => {
    const tanaka = anAudit()
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A04')), 'nonconforming'))
    const drafted = draft(tanaka, 'A04')
    tanaka.write(valueOf(decideRaiseFinding(tanaka.audit, newFindingId('f1'), drafted)))
    const { template, question } = placeOf('A04')
    expect(findingOf(tanaka.audit, template.id, question.id)).toBe('finding:f1')
    expect(decideRaiseFinding(tanaka.audit, newFindingId('f2'), drafted)).toEqual({
      ok: false,
      error: 'already-raised',
    })
  })
})
