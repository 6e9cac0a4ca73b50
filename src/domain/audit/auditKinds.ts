// Every kind of operation a stream may hold: the entity it writes, the register, the body. The newer ones stand in tables by stage.
// Kinds and fields are never renamed or reused; a changed meaning is a new kind.
import { parseAnswerValue } from './AnswerValue.ts'
import { calendarDay, dayOrMonth } from './dateParsers.ts'
import {
  auditStates,
  findingStates,
  handovers,
  itemSources,
  judgements,
  measureTypes,
  pickOutcomes,
  sightingMethods,
} from './auditVocabulary.ts'
import { isEvidenceId, isFindingId, isItemId } from './entityIds.ts'
import { evidenceFile } from './evidenceFile.ts'
import { findingClassedUpcasters } from './findingClassedUpcasters.ts'
import { followUpKinds } from './followUpKinds.ts'
import { itemListedUpcasters } from './itemListedUpcasters.ts'
import { reviewKinds } from './reviewKinds.ts'
import { codeOf } from '../library/ClassList.ts'
import { libraryKinds } from '../library/libraryKinds.ts'
import { act, grown, open, sealed } from '../oplog/defineKind.ts'
import type { Dot, EntityId } from '../oplog/Dot.ts'
import type { KindDefinition } from '../oplog/KindTable.ts'
import { parseHeads } from '../oplog/SignOff.ts'
import { placements } from '../oplog/StreamState.ts'
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

const templateId = textMatching(/^[a-z0-9-]{1,40}$/) as Parser<TemplateId>
const questionId = textMatching(/^[A-Za-z0-9.-]{1,40}$/) as Parser<QuestionId>
/** A register has about a dozen columns. */
export const mostDetails = 30
/** A sample is what a person reads through by hand. */
export const mostPicks = 200
const prose = shape({ text: text() })
const nothing = shape({})
/** The register of removals: kept apart from an entity's values, so a concurrent edit shows [M8]. */
const existence = 'existence'
/** One register for a thing and its taking-back, so that the one supersedes the other it saw. */
const sighting = 'sighting'
const completion = 'completion'
const draw = 'draw'
const count = integer(0)
/** One register for both, so that a reopening supersedes the sign-off it saw. */
const signOff = { entity: 'audit', register: 'sign-off' }

export const auditKinds = {
  'audit-opened': sealed(
    'audit',
    'templates',
    shape({ templates: listOf(shape({ template: templateId, version: integer(1) }), 50) }),
  ),
  'audit-titled': sealed('audit', 'subject', shape({ subject: text(500) })),
  'audit-numbered': sealed('audit', 'report-number', shape({ reportNo: text(100) })),
  'audit-chaptered': sealed('audit', 'chapter', shape({ chapter: integer(1, 99) })),
  'unit-assigned': sealed('audit', 'unit', shape({ unit: text(200) })),
  'team-assigned': sealed('audit', 'team', shape({ members: listOf(nonEmptyText(100), 50) })),
  'visit-scheduled': sealed('audit', 'visit', shape({ visitOn: nullOr(calendarDay) })),
  /** The unit's notice of its measures comes after the report. */
  'notice-dated': open('audit', 'notice', shape({ receivedOn: nullOr(calendarDay) })),
  /** Goes on after a sign-off: reported, followed up, published. */
  'audit-advanced': open('audit', 'state', shape({ state: oneOf(auditStates) })),

  'audit-signed-off': act(
    'sign-off',
    signOff,
    shape({
      /** What the signer had seen [M15]. */
      heads: parseHeads,
      /** What was signed, in numbers: for people to read. */
      questions: integer(0),
      answered: integer(0),
      findings: integer(0),
    }),
  ),
  'audit-reopened': act('reopening', signOff, shape({ heads: parseHeads, reason: nonEmptyText() })),
  /** Its entity names the late operation. */
  'late-entry-placed': act(
    'placement',
    { entity: 'late', register: 'placement' },
    shape({ placement: oneOf(placements), reason: text() }),
  ),

  'answer-judged': sealed('answer', 'judgement', shape({ judgement: oneOf(judgements), reason: text() })),
  'answer-cleared': sealed('answer', 'judgement', nothing),
  'answer-measured': sealed('answer', 'value', shape({ value: parseAnswerValue })),
  'answer-noted': sealed('answer', 'note', prose),

  /** Version 2 added the serial number and the register's other columns. */
  'item-listed': grown(
    sealed(
      'item',
      'listing',
      shape({
        roster: oneOf(rosterKinds),
        tag: text(200),
        name: text(500),
        source: oneOf(itemSources),
        position: finiteNumber(),
        serial: text(200),
        details: listOf(shape({ label: text(100), value: text(500) }), mostDetails),
      }),
    ),
    itemListedUpcasters,
  ),
  'item-removed': sealed('item', existence, nothing),
  /** When the machine itself was replaced (機器更新). */
  'machine-renewed': sealed('item', 'renewal', shape({ on: nullOr(dayOrMonth) })),

  /** The object itself was held in hand; `code` is what was read from it, empty where it bears no number. */
  'medium-found': sealed('item', sighting, shape({ how: oneOf(sightingMethods), code: text(200), format: text(40) })),
  'medium-unsighted': sealed('item', sighting, nothing),
  /** 種類・容量. */
  'medium-described': sealed('item', 'description', prose),
  /** 保管場所. */
  'medium-kept': sealed('item', 'storage', shape({ place: text() })),
  /** 受渡簿. */
  'medium-handover-noted': sealed('item', 'handover', shape({ handover: oneOf(handovers) })),
  /** On a found object: it is that entry of the register, though its label does not say so. */
  'medium-paired': sealed('item', 'pairing', shape({ with: nullOr(branded(isItemId)) })),
  /** The counts are what the person saw: for people to read. */
  'reconciliation-completed': sealed(
    'reconciliation',
    completion,
    shape({ matched: count, unregistered: count, missing: count, duplicate: count }),
  ),
  'reconciliation-reopened': sealed('reconciliation', completion, nothing),

  /** Which of the `population` records are looked at, counted from 1. */
  'sample-drawn': sealed('sample', draw, shape({ population: count, picks: listOf(integer(1), mostPicks) })),
  'sample-withdrawn': sealed('sample', draw, nothing),
  'pick-examined': sealed('pick', 'result', shape({ outcome: oneOf(pickOutcomes), note: text() })),

  'finding-raised': sealed(
    'finding',
    'origin',
    shape({ questions: listOf(shape({ template: templateId, question: questionId }), 100) }),
  ),
  'finding-placed': sealed('finding', 'position', shape({ position: finiteNumber() })),
  'finding-titled': sealed('finding', 'title', shape({ subject: text(500), demand: oneOf(demands) })),
  /** Version 2: any class that the organisation has defined. */
  'finding-classed': grown(sealed('finding', 'class', shape({ class: codeOf })), findingClassedUpcasters),
  'finding-lead-worded': sealed('finding', 'lead', prose),
  /** One condition a line. */
  'finding-conditions-worded': sealed('finding', 'conditions', prose),
  'finding-criteria-worded': sealed('finding', 'criteria', prose),
  'finding-cause-worded': sealed('finding', 'cause', prose),
  'finding-effect-worded': sealed('finding', 'effect', prose),
  'finding-recommendation-worded': sealed('finding', 'recommendation', prose),
  'finding-advanced': open('finding', 'state', shape({ state: oneOf(findingStates) })),
  'finding-withdrawn': sealed('finding', 'standing', shape({ reason: text() })),
  'finding-reinstated': sealed('finding', 'standing', nothing),

  'measure-placed': open(
    'measure',
    'place',
    shape({ finding: branded(isFindingId), type: oneOf(measureTypes), position: finiteNumber() }),
  ),
  'measure-worded': open('measure', 'text', prose),
  'measure-completed': open('measure', 'schedule', shape({ doneOn: nullOr(dayOrMonth) })),
  'measure-planned': open('measure', 'schedule', shape({ plannedOn: nullOr(dayOrMonth) })),
  'measure-considered': open('measure', 'schedule', nothing),
  'measure-declined': open('measure', 'schedule', shape({ reason: text() })),
  /** Says of which finding it was, so that a measure edited meanwhile elsewhere is still found there [M8]. */
  'measure-removed': open('measure', existence, shape({ finding: nullOr(branded(isFindingId)) })),

  'evidence-attached': sealed('evidence', 'file', evidenceFile),
  'evidence-captioned': sealed('evidence', 'caption', prose),
  /** On a marked-up copy: the sealed original that it was made of. */
  'evidence-derived': sealed('evidence', 'derivation', shape({ from: branded(isEvidenceId) })),
  'evidence-removed': sealed('evidence', existence, nothing),

  'person-introduced': open('person', 'name', shape({ name: nonEmptyText(100) })),

  ...reviewKinds,
  ...followUpKinds,
  ...libraryKinds,
} as const

export type AuditKind = keyof typeof auditKinds
export type AuditBodies = {
  readonly [Kind in AuditKind]: (typeof auditKinds)[Kind] extends KindDefinition<infer Body> ? Body : never
}

/** A draft whose body fits its kind, in its newest version: `auditDraft` sees to `v`. */
export type AuditDraft = {
  readonly [Kind in AuditKind]: {
    readonly v?: number
    readonly kind: Kind
    readonly entity: EntityId
    readonly supersedes: readonly Dot[]
    readonly body: AuditBodies[Kind]
  }
}[AuditKind]
