// The sample audit of the gallery, worded anew: machines, five sticks, specification items, answers of every kind, a conflict.
import { anAudit, listItems, placeOf, refOf, valueOf } from '../anAudit.ts'
import { TestDevice } from '../TestDevice.ts'
import { decideJudge, decideMeasureAnswer, decideNote } from '../../../src/domain/audit/decideAnswer.ts'
import { decideDescribeAudit } from '../../../src/domain/audit/decideDescribeAudit.ts'
import { decideRaiseFinding } from '../../../src/domain/audit/decideRaiseFinding.ts'
import { draftFinding } from '../../../src/domain/audit/draftFinding.ts'
import { newFindingId, newItemId } from '../../../src/domain/audit/entityIds.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import { decideListItem } from '../../../src/domain/audit/roster.ts'
import { valueOf as result } from '../anAudit.ts'
import { parseCalendarDay } from '../../../src/domain/calendar/parseCalendarDay.ts'
import type { AnswerRef } from '../../../src/domain/audit/entityIds.ts'
import type { Judgement } from '../../../src/domain/audit/auditVocabulary.ts'

const day = (text: string) => result(parseCalendarDay(text))

export interface Sample {
  readonly device: TestDevice
  readonly sato: TestDevice
}

export function sampleAudit(language: 'ja' | 'en'): Sample {
  const device = anAudit('tanaka')
  const sato = new TestDevice('sato')
  const judge = (ref: AnswerRef, judgement: Judgement, reason?: string) =>
    device.write(decideJudge(answerOf(device.audit, ref), judgement, reason))
  device.write(
    valueOf(
      decideDescribeAudit(device.audit.header, {
        visitOn: day('2023-10-24'),
        ...(language === 'en'
          ? {
              unit: 'Health Bureau',
              reportNo: 'No. 6-7',
              subject: 'Information security of the hall booking and compensation systems',
            }
          : {}),
      }),
    ),
  )
  const machines = listItems(device, 'machines', ['サーバ室 2列目', '窓口 1番', '執務室 プリンタ横'])
  for (const item of machines) judge(refOf('A01', item), 'conforming')
  machines.forEach((item, index) => {
    if (index === 2) return
    device.write(
      decideMeasureAnswer(answerOf(device.audit, refOf('A02', item)), {
        type: 'date',
        on: day(index === 0 ? '2022-01-14' : '2023-10-20'),
      }),
    )
    judge(refOf('A02', item), index === 0 ? 'nonconforming' : 'conforming')
  })
  judge(refOf('A04'), 'conforming')
  judge(refOf('A05'), 'partial')
  judge(refOf('A06'), 'nonconforming')
  device.write(
    decideNote(
      answerOf(device.audit, refOf('A06')),
      language === 'en'
        ? 'The sheet shows four updates, but the machine log ends in January 2022. No agreed way to obtain update files.'
        : '管理表には４回の更新印があるが、機器の更新履歴は令和4年1月で止まっている。更新ファイルの入手方法も決められていない。',
    ),
  )
  device.write(
    valueOf(
      decideRaiseFinding(
        device.audit,
        newFindingId('first'),
        draftFinding([placeOf('A06')], { audit: device.audit, language, today: day('2023-10-24') }),
      ),
    ),
  )
  judge(refOf('A10'), 'not-applicable', '')
  judge(refOf('A15'), 'not-checked', '担当者が不在のため')
  const sticks: readonly (readonly [string, string])[] = [
    ['USB-014', '白 32GB'],
    ['4C53-0001', '黒 16GB'],
    ['4C53-0002', '黒 16GB'],
    ['AA04-7715', '青 8GB'],
    ['', '番号なし 1'],
  ]
  sticks.forEach(([tag, name], index) => {
    const id = newItemId(`stick-${String(index)}`)
    device.write(
      valueOf(
        decideListItem(device.audit, id, { roster: 'media', tag, name, source: index === 0 ? 'register' : 'found' }),
      ),
    )
    judge(refOf('B01', id), index === 0 ? 'conforming' : 'nonconforming')
    if (index < 3) judge(refOf('B05', id), 'nonconforming')
  })
  for (const [index, name] of ['障害管理', '構成管理', '性能管理'].entries()) {
    const id = newItemId(`spec-${String(index)}`)
    device.write(
      valueOf(decideListItem(device.audit, id, { roster: 'specification-items', tag: '', name, source: 'register' })),
    )
  }
  sato.seeAllOf(device)
  sato.write(decideJudge(answerOf(sato.audit, refOf('A07')), 'nonconforming'))
  judge(refOf('A07'), 'conforming')
  device.seeAllOf(sato)
  return { device, sato }
}
