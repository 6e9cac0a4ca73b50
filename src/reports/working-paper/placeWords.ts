// What an entity of the audit is called in the working paper: A02 …, 指摘２（１）, 指摘２（１） 措置３, a machine's number.
import {
  isFindingId,
  isItemId,
  isMeasureId,
  parseAnswerEntity,
  type FindingId,
  type ItemId,
  type MeasureId,
} from '../../domain/audit/entityIds.ts'
import { chapterOf } from '../../domain/audit/findingOrder.ts'
import { measuresOf, placeOf } from '../../domain/audit/measure.ts'
import { listingOf } from '../../domain/audit/roster.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { findQuestion } from '../../domain/template/findQuestion.ts'
import type { QuestionId, TemplateId } from '../../domain/template/Template.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { printedText } from '../printedText.ts'
import { counted, type Paper } from './Paper.ts'

export function placeWords(paper: Paper, entity: EntityId): string {
  if (isFindingId(entity)) return paper.labels.findingNth(numberOf(paper, entity))
  if (isItemId(entity)) return itemWords(paper, entity)
  if (isMeasureId(entity)) return measureWords(paper, entity)
  const ref = parseAnswerEntity(entity)
  if (ref === undefined) return entity
  const question = questionWords(paper, ref.template, ref.question)
  return ref.item === undefined ? question : paper.labels.itemOf(question, itemWords(paper, ref.item))
}

/** ２（１） */
export function numberOf(paper: Paper, finding: FindingId): string {
  return findingNumber(chapterOf(paper.audit), paper.findingNumbers.get(finding) ?? 0, paper.language)
}

export function questionWords({ templates, language }: Paper, template: TemplateId, question: QuestionId): string {
  const asked = templates.find(({ id }) => id === template)
  const text = (asked && findQuestion(asked, question))?.text[language] ?? ''
  return `${question} ${printedText(text, language)}`.trim()
}

export function itemWords({ audit, language, words }: Paper, id: ItemId): string {
  const item = audit.items.get(id)
  const listing = item && listingOf(item)
  return (
    [listing?.tag ?? '', printedText(listing?.name ?? '', language)].filter((text) => text !== '').join('　') ||
    words.noName
  )
}

function measureWords(paper: Paper, id: MeasureId): string {
  const measure = paper.audit.measures.get(id)
  const finding = measure && (placeOf(measure)?.finding ?? measure.removedFrom)
  if (finding === undefined) return id
  const index = measuresOf(paper.audit, finding).findIndex((each) => each.id === id)
  return paper.labels.measureNth(counted(paper, index + 1), paper.labels.findingNth(numberOf(paper, finding)))
}
