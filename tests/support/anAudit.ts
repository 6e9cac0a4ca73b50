// An audit in a test, opened by a device with the three built-in checklists.
import { TestDevice } from './TestDevice.ts'
import { decideOpenAudit } from '../../src/domain/audit/decideOpenAudit.ts'
import { newItemId, type AnswerRef, type ItemId } from '../../src/domain/audit/entityIds.ts'
import { questionPlaces, type QuestionPlace } from '../../src/domain/audit/progressOf.ts'
import { decideListItem } from '../../src/domain/audit/roster.ts'
import { must } from '../../src/domain/must.ts'
import { builtinTemplates } from '../../src/domain/template/builtinTemplates.ts'
import type { Result } from '../../src/domain/Result.ts'
import type { RosterKind } from '../../src/domain/template/Template.ts'

export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function anAudit(name = 'tanaka'): TestDevice {
  const device = new TestDevice(name)
  const templates = builtinTemplates.map(({ id, version }) => ({ template: id, version }))
  device.write(
    valueOf(
      decideOpenAudit({
        subject: '予約システムの情報セキュリティ対策に関する事務',
        unit: '健康局',
        reportNo: '報告監６の第７号',
        chapter: 2,
        templates,
        team: ['田中', '佐藤'],
        visitOn: null,
      }),
    ),
  )
  return device
}

/** Lists items named alike with running tags, and returns their ids. */
export function listItems(device: TestDevice, roster: RosterKind, names: readonly string[]): readonly ItemId[] {
  return names.map((name, index) => {
    const id = newItemId(`${roster}-${String(index + 1)}`)
    device.write(
      valueOf(
        decideListItem(device.audit, id, { roster, tag: `${roster}-${String(index + 1)}`, name, source: 'found' }),
      ),
    )
    return id
  })
}

export function placeOf(question: string): QuestionPlace {
  return must(
    questionPlaces(builtinTemplates).find((place) => place.question.id === question),
    question,
  )
}

export function refOf(question: string, item?: ItemId): AnswerRef {
  const { template, question: found } = placeOf(question)
  return item === undefined
    ? { template: template.id, question: found.id }
    : { template: template.id, question: found.id, item }
}
