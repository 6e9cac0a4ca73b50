// Short ways to name questions and list items in the gallery's sample.
import type { GalleryDevice } from './GalleryDevice.ts'
import { newItemId, type AnswerRef, type ItemId } from '../../../src/domain/audit/entityIds.ts'
import { questionPlaces, type QuestionPlace } from '../../../src/domain/audit/progressOf.ts'
import { decideListItem } from '../../../src/domain/audit/roster.ts'
import { must } from '../../../src/domain/must.ts'
import { builtinTemplates } from '../../../src/domain/template/builtinTemplates.ts'
import type { Result } from '../../../src/domain/Result.ts'
import type { RosterKind } from '../../../src/domain/template/Template.ts'

export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function placeOf(question: string): QuestionPlace {
  return must(
    questionPlaces(builtinTemplates).find((place) => place.question.id === question),
    question,
  )
}

export function refOf(question: string, item?: ItemId): AnswerRef {
  const { template, question: found } = placeOf(question)
  const asked = { template: template.id, question: found.id }
  return item === undefined ? asked : { ...asked, item }
}

export function listItems(
  device: GalleryDevice,
  roster: RosterKind,
  names: readonly string[],
  at: string,
): readonly ItemId[] {
  return names.map((name, index) => {
    const id = newItemId(`${roster}-${String(index)}`)
    const tag = `${roster.slice(0, 3).toUpperCase()}-${String(index + 1)}`
    device.write(valueOf(decideListItem(device.audit, id, { roster, tag, name, source: 'found' })), at)
    return id
  })
}
