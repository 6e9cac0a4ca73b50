// From a stream's folded state to the typed view of an audit. Pure reading: it decides nothing and repairs nothing.
import type { Answer, Audit, AuditHeader, Evidence, Existence, Finding, Measure, RosterItem } from './Audit.ts'
import {
  auditEntity,
  isEvidenceId,
  isFindingId,
  isItemId,
  isMeasureId,
  parseAnswerEntity,
  type EvidenceId,
  type FindingId,
  type ItemId,
  type MeasureId,
} from './entityIds.ts'
import type { EntityId, PersonId } from '../oplog/Dot.ts'
import { readRegister } from '../oplog/Register.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'

/** Reads everything. A screen that shows one entity reads it with the functions below instead. */
export function readAudit(state: StreamState): Audit {
  const answers = new Map<EntityId, Answer>()
  const items = new Map<ItemId, RosterItem>()
  const findings = new Map<FindingId, Finding>()
  const measures = new Map<MeasureId, Measure>()
  const evidence = new Map<EvidenceId, Evidence>()
  const people = new Map<PersonId, string>()
  for (const [id, entity] of state.entities) {
    const answer = readAnswer(id, entity)
    if (answer !== undefined) answers.set(id, answer)
    else if (isItemId(id)) items.set(id, readItem(id, entity))
    else if (isFindingId(id)) findings.set(id, readFinding(id, entity))
    else if (isMeasureId(id)) measures.set(id, readMeasure(id, entity))
    else if (isEvidenceId(id)) evidence.set(id, readEvidence(id, entity))
    else if (id.startsWith('person:')) readPerson(id, entity, people)
  }
  return { header: readHeader(state.entities.get(auditEntity)), answers, items, findings, measures, evidence, people }
}

export function readHeader(entity: EntityState | undefined): AuditHeader {
  return {
    templates: readRegister(entity, 'templates'),
    subject: readRegister(entity, 'subject'),
    reportNo: readRegister(entity, 'report-number'),
    chapter: readRegister(entity, 'chapter'),
    unit: readRegister(entity, 'unit'),
    team: readRegister(entity, 'team'),
    visit: readRegister(entity, 'visit'),
    notice: readRegister(entity, 'notice'),
    state: readRegister(entity, 'state'),
  }
}

/** The answer behind an answer's id, all registers empty where nothing was recorded; undefined for other ids. */
export function readAnswer(id: EntityId, entity: EntityState | undefined): Answer | undefined {
  const ref = parseAnswerEntity(id)
  if (ref === undefined) return undefined
  return {
    id,
    ref,
    judgement: readRegister(entity, 'judgement'),
    value: readRegister(entity, 'value'),
    note: readRegister(entity, 'note'),
  }
}

export function readItem(id: ItemId, entity: EntityState | undefined): RosterItem {
  return { id, existence: readExistence(entity), listing: readRegister(entity, 'listing') }
}

export function readFinding(id: FindingId, entity: EntityState | undefined): Finding {
  return {
    id,
    origin: readRegister(entity, 'origin'),
    position: readRegister(entity, 'position'),
    title: readRegister(entity, 'title'),
    class: readRegister(entity, 'class'),
    parts: {
      lead: readRegister(entity, 'lead'),
      conditions: readRegister(entity, 'conditions'),
      criteria: readRegister(entity, 'criteria'),
      cause: readRegister(entity, 'cause'),
      effect: readRegister(entity, 'effect'),
      recommendation: readRegister(entity, 'recommendation'),
    },
    state: readRegister(entity, 'state'),
    standing: readRegister(entity, 'standing'),
  }
}

export function readMeasure(id: MeasureId, entity: EntityState | undefined): Measure {
  return {
    id,
    existence: readExistence(entity),
    place: readRegister(entity, 'place'),
    text: readRegister(entity, 'text'),
    schedule: readRegister(entity, 'schedule'),
  }
}

export function readEvidence(id: EvidenceId, entity: EntityState | undefined): Evidence {
  return {
    id,
    existence: readExistence(entity),
    file: readRegister(entity, 'file'),
    caption: readRegister(entity, 'caption'),
  }
}

function readPerson(id: EntityId, entity: EntityState, people: Map<PersonId, string>): void {
  const name = readRegister<'person-introduced', { 'person-introduced': { name: string } }>(entity, 'name').values.at(-1)
  if (name !== undefined) people.set(id.slice('person:'.length) as PersonId, name.content.body.name)
}

function readExistence(entity: EntityState | undefined): Existence {
  if (entity?.registers.has('existence') !== true) return 'present'
  return entity.registers.size > 1 ? 'removed-but-edited' : 'removed'
}
