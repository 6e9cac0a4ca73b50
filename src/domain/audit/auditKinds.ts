// Every kind of operation an audit stream may hold: the entity it writes, the register, the body.
// Kinds and fields are never renamed or reused; a changed meaning is a new kind.
import { parseAnswerValue } from './AnswerValue.ts'
import { calendarDay, dayOrMonth } from './dateParsers.ts'
import { auditStates, findingClasses, findingStates, itemSources, judgements, measureTypes } from './auditVocabulary.ts'
import { isFindingId } from './entityIds.ts'
import type { KindDefinition } from '../oplog/KindTable.ts'
import { isEntityId, type Dot, type EntityId } from '../oplog/Dot.ts'
import {
  branded,
  finiteNumber,
  integer,
  listOf,
  nonEmptyText,
  nullOr,
  oneOf,
  shape,
  text,
  textMatching,
  type Parser,
} from '../parse/Parser.ts'
import { demands, rosterKinds, type QuestionId, type TemplateId } from '../template/Template.ts'

function kind<Body>(entity: string, register: string, parse: Parser<Body>): KindDefinition<Body> {
  return Object.freeze({ entity, register, parse })
}

const templateId = textMatching(/^[a-z0-9-]{1,40}$/) as Parser<TemplateId>
const questionId = textMatching(/^[A-Za-z0-9.-]{1,40}$/) as Parser<QuestionId>
const prose = shape({ text: text() })
const nothing = shape({})
/** The register of removals: kept apart from an entity's values, so a concurrent edit shows [M8]. */
const existence = 'existence'

export const auditKinds = {
  'audit-opened': kind(
    'audit',
    'templates',
    shape({ templates: listOf(shape({ template: templateId, version: integer(1) }), 50) }),
  ),
  'audit-titled': kind('audit', 'subject', shape({ subject: text(500) })),
  'audit-numbered': kind('audit', 'report-number', shape({ reportNo: text(100) })),
  'audit-chaptered': kind('audit', 'chapter', shape({ chapter: integer(1, 99) })),
  'unit-assigned': kind('audit', 'unit', shape({ unit: text(200) })),
  'team-assigned': kind('audit', 'team', shape({ members: listOf(nonEmptyText(100), 50) })),
  'visit-scheduled': kind('audit', 'visit', shape({ visitOn: nullOr(calendarDay) })),
  'notice-dated': kind('audit', 'notice', shape({ receivedOn: nullOr(calendarDay) })),
  'audit-advanced': kind('audit', 'state', shape({ state: oneOf(auditStates) })),

  'answer-judged': kind('answer', 'judgement', shape({ judgement: oneOf(judgements), reason: text() })),
  'answer-cleared': kind('answer', 'judgement', nothing),
  'answer-measured': kind('answer', 'value', shape({ value: parseAnswerValue })),
  'answer-noted': kind('answer', 'note', prose),

  'item-listed': kind(
    'item',
    'listing',
    shape({
      roster: oneOf(rosterKinds),
      tag: text(200),
      name: text(500),
      source: oneOf(itemSources),
      position: finiteNumber(),
    }),
  ),
  'item-removed': kind('item', existence, nothing),

  'finding-raised': kind(
    'finding',
    'origin',
    shape({ questions: listOf(shape({ template: templateId, question: questionId }), 100) }),
  ),
  'finding-placed': kind('finding', 'position', shape({ position: finiteNumber() })),
  'finding-titled': kind('finding', 'title', shape({ subject: text(500), demand: oneOf(demands) })),
  'finding-classed': kind('finding', 'class', shape({ class: oneOf(findingClasses) })),
  'finding-lead-worded': kind('finding', 'lead', prose),
  /** One condition a line. */
  'finding-conditions-worded': kind('finding', 'conditions', prose),
  'finding-criteria-worded': kind('finding', 'criteria', prose),
  'finding-cause-worded': kind('finding', 'cause', prose),
  'finding-effect-worded': kind('finding', 'effect', prose),
  'finding-recommendation-worded': kind('finding', 'recommendation', prose),
  'finding-advanced': kind('finding', 'state', shape({ state: oneOf(findingStates) })),
  'finding-withdrawn': kind('finding', 'standing', shape({ reason: text() })),
  'finding-reinstated': kind('finding', 'standing', nothing),

  'measure-placed': kind(
    'measure',
    'place',
    shape({ finding: branded(isFindingId), type: oneOf(measureTypes), position: finiteNumber() }),
  ),
  'measure-worded': kind('measure', 'text', prose),
  'measure-completed': kind('measure', 'schedule', shape({ doneOn: nullOr(dayOrMonth) })),
  'measure-planned': kind('measure', 'schedule', shape({ plannedOn: nullOr(dayOrMonth) })),
  'measure-considered': kind('measure', 'schedule', nothing),
  'measure-declined': kind('measure', 'schedule', shape({ reason: text() })),
  /** Says of which finding it was, so that a measure edited meanwhile elsewhere is still found there [M8]. */
  'measure-removed': kind('measure', existence, shape({ finding: nullOr(branded(isFindingId)) })),

  'evidence-attached': kind(
    'evidence',
    'file',
    shape({
      /** The answer, item, finding or measure it supports. */
      supports: branded(isEntityId),
      sha256: textMatching(/^[A-Za-z0-9_-]{43}$/),
      /** Bytes. */
      size: integer(0),
      mediaType: nonEmptyText(100),
      name: text(200),
      capturedAt: nullOr(text(30)),
    }),
  ),
  'evidence-captioned': kind('evidence', 'caption', prose),
  'evidence-removed': kind('evidence', existence, nothing),

  'person-introduced': kind('person', 'name', shape({ name: nonEmptyText(100) })),
} as const

export type AuditKind = keyof typeof auditKinds
export type AuditBodies = {
  readonly [Kind in AuditKind]: (typeof auditKinds)[Kind] extends KindDefinition<infer Body> ? Body : never
}

/** A draft whose body fits its kind. */
export type AuditDraft = {
  readonly [Kind in AuditKind]: {
    readonly kind: Kind
    readonly entity: EntityId
    readonly supersedes: readonly Dot[]
    readonly body: AuditBodies[Kind]
  }
}[AuditKind]
