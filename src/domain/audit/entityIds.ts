// The ids of an audit's entities. An answer's id follows from its question, so two tablets that answer the same question meet.
import type { EntityId, PersonId } from '../oplog/Dot.ts'
import type { QuestionId, TemplateId } from '../template/Template.ts'

export type ItemId = EntityId & { readonly __entity: 'item' }
export type FindingId = EntityId & { readonly __entity: 'finding' }
export type MeasureId = EntityId & { readonly __entity: 'measure' }
export type EvidenceId = EntityId & { readonly __entity: 'evidence' }

/** The audit itself: one in every audit stream. */
export const auditEntity = 'audit' as EntityId

/** Which question was answered; of which roster item, where it is asked of each. */
export interface AnswerRef {
  readonly template: TemplateId
  readonly question: QuestionId
  readonly item?: ItemId
}

/** `answer:<template>/<question>` or `answer:<template>/<question>/<item>`. */
export function answerEntity(ref: AnswerRef): EntityId {
  const asked = `answer:${ref.template}/${ref.question}`
  return (ref.item === undefined ? asked : `${asked}/${ref.item.slice('item:'.length)}`) as EntityId
}

/** The question behind an answer's id; undefined for ids of another form. */
export function parseAnswerEntity(entity: EntityId): AnswerRef | undefined {
  const match = /^answer:([a-z0-9-]+)\/([A-Za-z0-9.-]+)(?:\/([A-Za-z0-9_-]+))?$/.exec(entity)
  if (match === null) return undefined
  const template = match[1] as TemplateId
  const question = match[2] as QuestionId
  return match[3] === undefined ? { template, question } : { template, question, item: `item:${match[3]}` as ItemId }
}

export function personEntity(person: PersonId): EntityId {
  return `person:${person}` as EntityId
}

export function isItemId(value: string): value is ItemId {
  return /^item:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isFindingId(value: string): value is FindingId {
  return /^finding:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isMeasureId(value: string): value is MeasureId {
  return /^measure:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isEvidenceId(value: string): value is EvidenceId {
  return /^evidence:[A-Za-z0-9_-]{1,64}$/.test(value)
}

/** Makes the id of a new entity from fresh randomness (22 base64url characters handed in). */
export function newItemId(random: string): ItemId {
  return `item:${random}` as ItemId
}

export function newFindingId(random: string): FindingId {
  return `finding:${random}` as FindingId
}

export function newMeasureId(random: string): MeasureId {
  return `measure:${random}` as MeasureId
}
