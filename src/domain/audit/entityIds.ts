// The ids of an audit's entities. An answer's id follows from its question, so two tablets that answer the same question meet.
import { isCalendarMonth, type CalendarMonth } from '../calendar/CalendarMonth.ts'
import type { EntityId, PersonId } from '../oplog/Dot.ts'
import type { QuestionId, TemplateId } from '../template/Template.ts'

export type ItemId = EntityId & { readonly __entity: 'item' }
export type FindingId = EntityId & { readonly __entity: 'finding' }
export type MeasureId = EntityId & { readonly __entity: 'measure' }
export type EvidenceId = EntityId & { readonly __entity: 'evidence' }
export type SignatureId = EntityId & { readonly __entity: 'signature' }
export type RemarkId = EntityId & { readonly __entity: 'remark' }
export type DutyId = EntityId & { readonly __entity: 'duty' }
export type OccurrenceId = EntityId & { readonly __entity: 'occurrence' }
export type PublicationId = EntityId & { readonly __entity: 'publication' }
export type CarriedId = EntityId & { readonly __entity: 'carried' }

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

const answerPattern = /^answer:([a-z0-9-]+)\/([A-Za-z0-9.-]+)(?:\/([A-Za-z0-9_-]+))?$/

export function isAnswerId(entity: EntityId): boolean {
  return answerPattern.test(entity)
}

/** The question behind an answer's id; undefined for ids of another form. */
export function parseAnswerEntity(entity: EntityId): AnswerRef | undefined {
  const match = answerPattern.exec(entity)
  if (match === null) return undefined
  const template = match[1] as TemplateId
  const question = match[2] as QuestionId
  return match[3] === undefined ? { template, question } : { template, question, item: `item:${match[3]}` as ItemId }
}

/** The reconciliation of media: one in every audit stream. */
export const mediaReconciliationEntity = 'reconciliation:media' as EntityId

/** The sample drawn for a question that is asked once. */
export type SampleRef = Omit<AnswerRef, 'item'>

/** `sample:<template>/<question>`. */
export function sampleEntity({ template, question }: SampleRef): EntityId {
  return `sample:${template}/${question}` as EntityId
}

/** `pick:<template>/<question>/<pick>`, the pick being the record's place in the population, from 1. */
export function pickEntity({ template, question }: SampleRef, pick: number): EntityId {
  return `pick:${template}/${question}/${String(pick)}` as EntityId
}

/** The question behind a sample's id, with the pick behind a pick's; undefined for ids of another form. */
export function parseSampleEntity(entity: EntityId): { ref: SampleRef; pick: number | undefined } | undefined {
  const match =
    /^(?:sample:([a-z0-9-]+)\/([A-Za-z0-9.-]+)|pick:([a-z0-9-]+)\/([A-Za-z0-9.-]+)\/([1-9][0-9]{0,14}))$/.exec(entity)
  if (match === null) return undefined
  const ref = { template: (match[1] ?? match[3]) as TemplateId, question: (match[2] ?? match[4]) as QuestionId }
  return { ref, pick: match[5] === undefined ? undefined : Number(match[5]) }
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

export function isSignatureId(value: string): value is SignatureId {
  return /^signature:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isRemarkId(value: string): value is RemarkId {
  return /^remark:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isDutyId(value: string): value is DutyId {
  return /^duty:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isCarriedId(value: string): value is CarriedId {
  return /^carried:[A-Za-z0-9_-]{1,64}$/.test(value)
}

export function isPublicationId(value: string): value is PublicationId {
  return /^publication:[A-Za-z0-9_-]{1,64}$/.test(value)
}

/** `occurrence:<duty>/<yyyy-mm>`: two tablets that tick off the same month of a duty meet. */
export function occurrenceEntity(duty: DutyId, month: CalendarMonth): OccurrenceId {
  return `occurrence:${duty.slice('duty:'.length)}/${month}` as OccurrenceId
}

/** The duty and month behind such an id; undefined for ids of another form. */
export function parseOccurrenceEntity(
  entity: EntityId,
): { readonly id: OccurrenceId; readonly duty: DutyId; readonly month: CalendarMonth } | undefined {
  const match = /^occurrence:([A-Za-z0-9_-]{1,64})\/(\d{4}-\d{2})$/.exec(entity)
  const [, duty = '', month = ''] = match ?? []
  if (!isCalendarMonth(month)) return undefined
  return { id: entity as OccurrenceId, duty: `duty:${duty}` as DutyId, month }
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

export function newEvidenceId(random: string): EvidenceId {
  return `evidence:${random}` as EvidenceId
}

export function newSignatureId(random: string): SignatureId {
  return `signature:${random}` as SignatureId
}

export function newRemarkId(random: string): RemarkId {
  return `remark:${random}` as RemarkId
}

export function newPublicationId(random: string): PublicationId {
  return `publication:${random}` as PublicationId
}

export function newDutyId(random: string): DutyId {
  return `duty:${random}` as DutyId
}

/** Follows from what is carried, so that two tablets that carry the same measure over meet. */
export function carriedEntity({ measure }: { readonly measure: MeasureId }): CarriedId {
  return `carried:${measure.slice('measure:'.length)}` as CarriedId
}
