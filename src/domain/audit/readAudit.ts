// From a stream's folded state to the typed view of an audit. Pure reading: it decides nothing and repairs nothing.
import { AnswerMap } from './AnswerMap.ts'
import type { AuditBodies } from './auditKinds.ts'
import type {
  Answer,
  Audit,
  AuditHeader,
  CarriedMeasure,
  Duty,
  Evidence,
  Existence,
  Finding,
  Measure,
  Occurrence,
  Publication,
  Reconciliation,
  Remark,
  RosterItem,
  Sample,
  SamplePick,
  Signature,
} from './Audit.ts'
import {
  auditEntity,
  isAnswerId,
  isCarriedId,
  isDutyId,
  isEvidenceId,
  isFindingId,
  isItemId,
  isMeasureId,
  isPublicationId,
  isRemarkId,
  isSignatureId,
  mediaReconciliationEntity,
  parseAnswerEntity,
  parseOccurrenceEntity,
  parseSampleEntity,
  type AnswerRef,
  type CarriedId,
  type DutyId,
  type EvidenceId,
  type FindingId,
  type ItemId,
  type MeasureId,
  type OccurrenceId,
  type PublicationId,
  type RemarkId,
  type SignatureId,
} from './entityIds.ts'
import { forgetOverItems } from './keptOverItems.ts'
import type { EntityId, PersonId } from '../oplog/Dot.ts'
import { must } from '../must.ts'
import { readRegister } from '../oplog/Register.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'

/** The view under construction: `readEntity` puts one entity's view in its place. */
export interface AuditView extends Audit {
  header: AuditHeader
  readonly answers: AnswerMap
  readonly items: Map<ItemId, RosterItem>
  reconciliation: Reconciliation
  readonly samples: Map<EntityId, Sample>
  readonly picks: Map<EntityId, SamplePick>
  readonly findings: Map<FindingId, Finding>
  readonly measures: Map<MeasureId, Measure>
  readonly evidence: Map<EvidenceId, Evidence>
  readonly signatures: Map<SignatureId, Signature>
  readonly remarks: Map<RemarkId, Remark>
  readonly duties: Map<DutyId, Duty>
  readonly occurrences: Map<OccurrenceId, Occurrence>
  readonly carried: Map<CarriedId, CarriedMeasure>
  readonly publications: Map<PublicationId, Publication>
  readonly people: Map<PersonId, string>
}

/** Reads a whole audit. After changes, `readEntity` brings the view up to date entity by entity. */
export function readAudit(state: StreamState): AuditView {
  const view: AuditView = {
    header: readHeader(undefined),
    answers: new AnswerMap(readAnswer),
    items: new Map(),
    reconciliation: readReconciliation(undefined),
    samples: new Map(),
    picks: new Map(),
    findings: new Map(),
    measures: new Map(),
    evidence: new Map(),
    signatures: new Map(),
    remarks: new Map(),
    duties: new Map(),
    occurrences: new Map(),
    carried: new Map(),
    publications: new Map(),
    people: new Map(),
  }
  for (const entity of state.entities.values()) placeEntity(view, entity)
  return view
}

/** Entities of a type that this release does not know are left out of the view; they stay in the state. */
export function readEntity(view: AuditView, entity: EntityState): void {
  if (concernsItems(entity.id)) forgetOverItems(view.items)
  placeEntity(view, entity)
}

function concernsItems(id: EntityId): boolean {
  if (id === auditEntity || id === mediaReconciliationEntity || isItemId(id)) return true
  return parseAnswerEntity(id)?.item !== undefined
}

function placeEntity(view: AuditView, entity: EntityState): void {
  const { id } = entity
  if (isAnswerId(id)) view.answers.put(entity)
  else if (id === auditEntity) view.header = readHeader(entity)
  else if (isItemId(id)) view.items.set(id, readItem(id, entity))
  else if (isFindingId(id)) view.findings.set(id, readFinding(id, entity))
  else if (isMeasureId(id)) view.measures.set(id, readMeasure(id, entity))
  else if (isEvidenceId(id)) view.evidence.set(id, readEvidence(id, entity))
  else if (id === mediaReconciliationEntity) view.reconciliation = readReconciliation(entity)
  else if (id.startsWith('person:')) readPerson(id, entity, view.people)
  else placeFollowUp(view, entity)
}

function placeFollowUp(view: AuditView, entity: EntityState): void {
  const { id } = entity
  if (isRemarkId(id)) view.remarks.set(id, readRemark(id, entity))
  else if (isSignatureId(id)) view.signatures.set(id, { id, signature: readRegister(entity, 'signature') })
  else if (isDutyId(id)) view.duties.set(id, readDuty(id, entity))
  else if (isCarriedId(id)) view.carried.set(id, readCarried(id, entity))
  else if (isPublicationId(id)) view.publications.set(id, { id, publication: readRegister(entity, 'publication') })
  else if (id.startsWith('occurrence:')) readOccurrence(id, entity, view)
  else readSample(id, entity, view)
}

function readRemark(id: RemarkId, entity: EntityState): Remark {
  return { id, existence: readExistence(entity), remark: readRegister(entity, 'remark') }
}

function readDuty(id: DutyId, entity: EntityState): Duty {
  return { id, existence: readExistence(entity), rule: readRegister(entity, 'rule') }
}

function readCarried(id: CarriedId, entity: EntityState): CarriedMeasure {
  return { id, origin: readRegister(entity, 'carried'), result: readRegister(entity, 'check') }
}

function readOccurrence(id: EntityId, entity: EntityState, view: AuditView): void {
  const parsed = parseOccurrenceEntity(id)
  if (parsed !== undefined) view.occurrences.set(parsed.id, { ...parsed, result: readRegister(entity, 'occurrence') })
}

function readReconciliation(entity: EntityState | undefined): Reconciliation {
  return { completion: readRegister(entity, 'completion') }
}

function readSample(id: EntityId, entity: EntityState, view: AuditView): void {
  const parsed = parseSampleEntity(id)
  if (parsed === undefined) return
  const { ref, pick } = parsed
  if (pick === undefined) view.samples.set(id, { id, ref, draw: readRegister(entity, 'draw') })
  else view.picks.set(id, { id, ref, pick, result: readRegister(entity, 'result') })
}

function readHeader(entity: EntityState | undefined): AuditHeader {
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
    signOff: readRegister(entity, 'sign-off'),
    issue: readRegister(entity, 'issue'),
  }
}

/** Of an entity with an answer's id. */
function readAnswer(entity: EntityState): Answer {
  return readAnswerOf(entity.id, must(parseAnswerEntity(entity.id), "an answer's id"), entity)
}

/** All registers are empty where nothing was recorded. */
export function readAnswerOf(id: EntityId, ref: AnswerRef, entity: EntityState | undefined): Answer {
  return {
    id,
    ref,
    judgement: readRegister(entity, 'judgement'),
    value: readRegister(entity, 'value'),
    note: readRegister(entity, 'note'),
  }
}

function readItem(id: ItemId, entity: EntityState | undefined): RosterItem {
  return {
    id,
    existence: readExistence(entity),
    listing: readRegister(entity, 'listing'),
    renewal: readRegister(entity, 'renewal'),
    sighting: readRegister(entity, 'sighting'),
    description: readRegister(entity, 'description'),
    storage: readRegister(entity, 'storage'),
    handover: readRegister(entity, 'handover'),
    pairing: readRegister(entity, 'pairing'),
  }
}

function readFinding(id: FindingId, entity: EntityState | undefined): Finding {
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
    review: readRegister(entity, 'review'),
    factCheck: readRegister(entity, 'fact-check'),
    severity: readRegister(entity, 'severity'),
    repeat: readRegister(entity, 'repeat'),
    links: readRegister(entity, 'links'),
    submission: readRegister(entity, 'submission'),
  }
}

function readMeasure(id: MeasureId, entity: EntityState | undefined): Measure {
  return {
    id,
    existence: readExistence(entity),
    removedFrom:
      readRegister<'measure-removed', AuditBodies>(entity, 'existence').values[0]?.content.body.finding ?? undefined,
    place: readRegister(entity, 'place'),
    text: readRegister(entity, 'text'),
    schedule: readRegister(entity, 'schedule'),
    owner: readRegister(entity, 'owner'),
    verification: readRegister(entity, 'verification'),
  }
}

function readEvidence(id: EvidenceId, entity: EntityState | undefined): Evidence {
  return {
    id,
    existence: readExistence(entity),
    file: readRegister(entity, 'file'),
    caption: readRegister(entity, 'caption'),
    derivation: readRegister(entity, 'derivation'),
  }
}

function readPerson(id: EntityId, entity: EntityState, people: Map<PersonId, string>): void {
  const name = readRegister<'person-introduced', { 'person-introduced': { name: string } }>(entity, 'name').values.at(
    -1,
  )
  if (name !== undefined) people.set(id.slice('person:'.length) as PersonId, name.content.body.name)
}

function readExistence(entity: EntityState | undefined): Existence {
  if (entity?.registers.has('existence') !== true) return 'present'
  return entity.registers.size > 1 ? 'removed-but-edited' : 'removed'
}
