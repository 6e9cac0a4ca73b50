// How an audit reads: the typed view of its stream. Every field is a register, because every field may hold two people's values.
import type { AuditBodies, AuditKind } from './auditKinds.ts'
import type {
  AnswerRef,
  CarriedId,
  DutyId,
  EvidenceId,
  FindingId,
  ItemId,
  MeasureId,
  OccurrenceId,
  PublicationId,
  RemarkId,
  SampleRef,
  SignatureId,
} from './entityIds.ts'
import type { FindingPart } from './auditVocabulary.ts'
import type { CalendarMonth } from '../calendar/CalendarMonth.ts'
import type { EntityId, PersonId } from '../oplog/Dot.ts'
import type { Register } from '../oplog/Register.ts'

export type AuditRegister<Kind extends AuditKind> = Register<Kind, AuditBodies>

/** Removed, while another tablet edited it meanwhile: kept and flagged until a person decides [M8]. */
export type Existence = 'present' | 'removed' | 'removed-but-edited'

export interface AuditHeader {
  readonly templates: AuditRegister<'audit-opened'>
  readonly subject: AuditRegister<'audit-titled'>
  readonly reportNo: AuditRegister<'audit-numbered'>
  readonly chapter: AuditRegister<'audit-chaptered'>
  readonly unit: AuditRegister<'unit-assigned'>
  readonly team: AuditRegister<'team-assigned'>
  readonly visit: AuditRegister<'visit-scheduled'>
  readonly notice: AuditRegister<'notice-dated'>
  readonly state: AuditRegister<'audit-advanced'>
  readonly signOff: AuditRegister<'audit-signed-off' | 'audit-reopened'>
  readonly issue: AuditRegister<'report-issued'>
}

export interface Answer {
  readonly id: EntityId
  readonly ref: AnswerRef
  readonly judgement: AuditRegister<'answer-judged' | 'answer-cleared'>
  readonly value: AuditRegister<'answer-measured'>
  readonly note: AuditRegister<'answer-noted'>
}

export interface RosterItem {
  readonly id: ItemId
  readonly existence: Existence
  readonly listing: AuditRegister<'item-listed'>
  /** Machines: when it was replaced. */
  readonly renewal: AuditRegister<'machine-renewed'>
  /** Media: whether the object itself was found. */
  readonly sighting: AuditRegister<'medium-found' | 'medium-unsighted'>
  readonly description: AuditRegister<'medium-described'>
  readonly storage: AuditRegister<'medium-kept'>
  readonly handover: AuditRegister<'medium-handover-noted'>
  readonly pairing: AuditRegister<'medium-paired'>
}

export interface Reconciliation {
  readonly completion: AuditRegister<'reconciliation-completed' | 'reconciliation-reopened'>
}

/** The sample drawn for a question. */
export interface Sample {
  readonly id: EntityId
  readonly ref: SampleRef
  readonly draw: AuditRegister<'sample-drawn' | 'sample-withdrawn'>
}

/** One record of a population and what looking at it gave; it stays when another sample is drawn. */
export interface SamplePick {
  readonly id: EntityId
  readonly ref: SampleRef
  readonly pick: number
  readonly result: AuditRegister<'pick-examined'>
}

export interface Finding {
  readonly id: FindingId
  readonly origin: AuditRegister<'finding-raised'>
  readonly position: AuditRegister<'finding-placed'>
  readonly title: AuditRegister<'finding-titled'>
  readonly class: AuditRegister<'finding-classed'>
  readonly parts: { readonly [Part in FindingPart]: AuditRegister<`finding-${Part}-worded`> }
  readonly state: AuditRegister<'finding-advanced'>
  readonly standing: AuditRegister<'finding-withdrawn' | 'finding-reinstated'>
  /** 承認・差し戻し. */
  readonly review: AuditRegister<'finding-approved' | 'finding-sent-back'>
  /** 事実確認. */
  readonly factCheck: AuditRegister<'fact-confirmed'>
  readonly severity: AuditRegister<'finding-severity-rated'>
  /** 再指摘. */
  readonly repeat: AuditRegister<'finding-repeat-linked'>
  /** In the place of the questions in `origin`, once somebody has changed them. */
  readonly links: AuditRegister<'finding-questions-linked'>
  /** What the unit has done with its measures as a whole. */
  readonly submission: AuditRegister<'measures-submitted' | 'measures-returned'>
}

export type ScheduleKind = 'measure-completed' | 'measure-planned' | 'measure-considered' | 'measure-declined'

export interface Measure {
  readonly id: MeasureId
  readonly existence: Existence
  /** The finding that a removed measure belonged to. */
  readonly removedFrom: FindingId | undefined
  readonly place: AuditRegister<'measure-placed'>
  readonly text: AuditRegister<'measure-worded'>
  readonly schedule: AuditRegister<ScheduleKind>
  readonly owner: AuditRegister<'measure-owned'>
  readonly verification: AuditRegister<'measure-verified' | 'measure-returned'>
}

export interface Evidence {
  readonly id: EvidenceId
  readonly existence: Existence
  readonly file: AuditRegister<'evidence-attached' | 'measure-evidence-attached'>
  readonly caption: AuditRegister<'evidence-captioned' | 'measure-evidence-captioned'>
  /** A marked-up copy: of which original. */
  readonly derivation: AuditRegister<'evidence-derived' | 'measure-evidence-derived'>
}

/** Who signed at a fact confirmation, and how it looks. It never changes. */
export interface Signature {
  readonly id: SignatureId
  readonly signature: AuditRegister<'fact-signed'>
}

/** A comment, a question or an answer about a finding or a measure. */
export interface Remark {
  readonly id: RemarkId
  readonly existence: Existence
  readonly remark: AuditRegister<'remark-made'>
}

/** Something that the unit does again and again. */
export interface Duty {
  readonly id: DutyId
  readonly existence: Existence
  readonly rule: AuditRegister<'duty-set'>
}

/** One month of a duty, once somebody has said something about it. */
export interface Occurrence {
  readonly id: OccurrenceId
  readonly duty: DutyId
  readonly month: CalendarMonth
  readonly result: AuditRegister<'occurrence-done' | 'occurrence-reopened'>
}

/** A measure of an earlier audit, asked about in this one. */
export interface CarriedMeasure {
  readonly id: CarriedId
  readonly origin: AuditRegister<'follow-up-carried'>
  readonly result: AuditRegister<'follow-up-checked'>
}

/** One publication of the follow-up report. It never changes. */
export interface Publication {
  readonly id: PublicationId
  readonly publication: AuditRegister<'report-published'>
}

/** A whole audit. Maps hold removed items too: lists for people leave them out (`presentItems`, `measuresOf`). */
export interface Audit {
  readonly header: AuditHeader
  readonly answers: ReadonlyMap<EntityId, Answer>
  readonly items: ReadonlyMap<ItemId, RosterItem>
  /** Of media: register against what was found. */
  readonly reconciliation: Reconciliation
  readonly samples: ReadonlyMap<EntityId, Sample>
  readonly picks: ReadonlyMap<EntityId, SamplePick>
  readonly findings: ReadonlyMap<FindingId, Finding>
  readonly measures: ReadonlyMap<MeasureId, Measure>
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>
  readonly signatures: ReadonlyMap<SignatureId, Signature>
  readonly remarks: ReadonlyMap<RemarkId, Remark>
  readonly duties: ReadonlyMap<DutyId, Duty>
  readonly occurrences: ReadonlyMap<OccurrenceId, Occurrence>
  readonly carried: ReadonlyMap<CarriedId, CarriedMeasure>
  readonly publications: ReadonlyMap<PublicationId, Publication>
  /** Person → name as introduced; the latest dot's name where two were given. */
  readonly people: ReadonlyMap<PersonId, string>
}
