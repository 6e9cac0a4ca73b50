import { describe, expect, test } from 'vitest'
import { decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import { newFindingId } from '../../../../src/domain/audit/entityIds.ts'
import { questionPlaces } from '../../../../src/domain/audit/progressOf.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { builtinTemplates } from '../../../../src/domain/template/builtinTemplates.ts'
import { exitSummaryDocument } from '../../../../src/reports/exit-summary/exitSummaryDocument.ts'
import { findingDrafts } from '../../../fixtures/reports/followUpAudit.ts'
import { anAudit, refOf } from '../../../support/anAudit.ts'
import { reportSource } from '../../../support/reports/reportSource.ts'
import { rowsOf, tableOf, textOfDocument } from '../../../support/reports/textOfDocument.ts'

const words = { demand: 'improve', lead: '', conditions: '', recommendation: '健康局は、改められたい。' } as const

describe('exitSummaryDocument', () => {
  test('sections are counted as the checks stand, and add up', () => {
    const device = anAudit()
    device.write(decideJudge(answerOf(device.audit, refOf('A04')), 'nonconforming'))
    const rows = rowsOf(tableOf(exitSummaryDocument(reportSource(device.audit)), '点検の結果'))
    const total = rows.at(-1)
    expect(total?.[0]).toBe('合計')
    const questions = questionPlaces(builtinTemplates).length
    expect(total?.[1]).toBe(String(questions))
    expect(total?.[4]).toBe('１')
    expect(total?.at(-1)).toBe(String(questions - 1))
  })

  test('a section in which everything conforms is named as good', () => {
    const device = anAudit()
    const section = builtinTemplates[0]?.sections.find(({ questions }) =>
      questions.every((each) => each.perRoster === undefined),
    )
    for (const question of section?.questions ?? []) {
      device.write(decideJudge(answerOf(device.audit, refOf(question.id)), 'conforming'))
    }
    expect(textOfDocument(exitSummaryDocument(reportSource(device.audit)))).toMatch(/項目の全てが適合であった。/)
  })

  test('what could not be checked is told with its reason', () => {
    const device = anAudit()
    device.write(decideJudge(answerOf(device.audit, refOf('A04')), 'not-checked', '鍵の担当者が不在'))
    expect(textOfDocument(exitSummaryDocument(reportSource(device.audit)))).toMatch(
      /未確認 A04 .*理由：鍵の担当者が不在/,
    )
  })

  test('findings stand with their demand; seven and more are only named', () => {
    const device = anAudit()
    for (let position = 1; position <= 6; position += 1) {
      device.write(
        findingDrafts(newFindingId(`f${String(position)}`), { ...words, position, subject: `媒体${String(position)}` }),
      )
    }
    const few = rowsOf(tableOf(exitSummaryDocument(reportSource(device.audit)), '指摘等の要旨'))
    expect(few[0]).toEqual(['２（１）', '媒体１について改善を求めたもの\n健康局は、改められたい。', '改善', '指摘'])
    device.write(findingDrafts(newFindingId('f7'), { ...words, position: 7, subject: '媒体7' }))
    const many = rowsOf(tableOf(exitSummaryDocument(reportSource(device.audit)), '指摘等の要旨'))
    expect(many[0]?.[1]).toBe('媒体１について改善を求めたもの')
  })

  test('with items open it is a draft', () => {
    expect(exitSummaryDocument(reportSource(anAudit().audit)).isDraft).toBe(true)
  })
})
