// Operations of the kinds between a worded finding and the published report, of an audit whose finding and measures stand.
import { day, month } from '../day.ts'
import type { TestDevice } from '../TestDevice.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import type { AuditBodies, AuditKind } from '../../../src/domain/audit/auditKinds.ts'
import { auditKinds } from '../../../src/domain/audit/auditKinds.ts'
import { auditDraft } from '../../../src/domain/audit/draftFor.ts'
import {
  auditEntity,
  carriedEntity,
  newDutyId,
  newEvidenceId,
  newPublicationId,
  newRemarkId,
  newSignatureId,
  occurrenceEntity,
  type FindingId,
  type MeasureId,
} from '../../../src/domain/audit/entityIds.ts'
import { readRegister } from '../../../src/domain/oplog/Register.ts'
import type { EntityId, StreamId } from '../../../src/domain/oplog/Dot.ts'
import { organisationEntity } from '../../../src/domain/library/readLibrary.ts'
import type { QuestionId, TemplateId } from '../../../src/domain/template/Template.ts'

export interface FollowUpPlace {
  readonly finding: FindingId
  readonly measure: MeasureId
}

export function writeFollowUpKinds(by: TestDevice, place: FollowUpPlace): void {
  review(by, place.finding)
  followUp(by, place)
  carryOver(by, place)
  defineClasses(by)
}

/** Supersedes what stands in the kind's register. */
function write<Kind extends AuditKind>(by: TestDevice, entity: EntityId, kind: Kind, body: AuditBodies[Kind]): void {
  const supersedes = readRegister(by.document.entity(entity), auditKinds[kind].register).dots
  by.write([auditDraft({ kind, entity, supersedes, body })])
}

const contentHash = sha256ForTests('what is printed of it')

function review(by: TestDevice, finding: FindingId): void {
  const signature = newSignatureId('corpus-signature-001')
  const strokes = [
    [100, 200, 140, 260],
    [500, 40, 500, 380],
  ]
  write(by, finding, 'finding-severity-rated', { severity: 'high' })
  const repeatOf = { stream: 'audit-earlier' as StreamId, finding, number: '２（１）', subject: '更新', unit: '健康局' }
  write(by, finding, 'finding-repeat-linked', { repeatOf: { ...repeatOf, fiscalYear: 2023 } })
  const question = { template: 'antivirus' as TemplateId, question: 'A02' as QuestionId }
  write(by, finding, 'finding-questions-linked', { questions: [question] })
  write(by, finding, 'finding-sent-back', { reason: '日付を確かめること' })
  write(by, finding, 'finding-approved', { contentHash })
  write(by, signature, 'fact-signed', { name: '健康　一郎', position: '課長', strokes })
  write(by, finding, 'fact-confirmed', { signature, outcome: 'objected', objection: '台数が違う', contentHash })
  write(by, finding, 'fact-confirmed', { signature, outcome: 'agreed', objection: '', contentHash })
  const [asked, answered] = [newRemarkId('corpus-remark-000001'), newRemarkId('corpus-remark-000002')]
  write(by, asked, 'remark-made', { about: finding, type: 'question', replyTo: null, text: '時期は' })
  write(by, answered, 'remark-made', { about: finding, type: 'answer', replyTo: asked, text: '９月' })
  const supersedes = readRegister(by.document.entity(answered), 'remark').dots
  by.write([auditDraft({ kind: 'remark-removed', entity: answered, supersedes, body: {} })])
  const heads = [...by.document.state.heads].map(([device, n]) => ({ device, n }))
  write(by, auditEntity, 'report-issued', { heads, chapter: 3, numbers: [{ finding, item: 1 }] })
}

function followUp(by: TestDevice, { finding, measure }: FollowUpPlace): void {
  const [proof, copy] = [newEvidenceId('corpus-evidence-0003'), newEvidenceId('corpus-evidence-0004')]
  const file = { supports: measure, size: 9, mediaType: 'image/png', capturedAt: null }
  const [sheet, marked] = [sha256ForTests('a sheet'), sha256ForTests('a marked sheet')]
  write(by, measure, 'measure-owned', { owner: '健康　一郎' })
  write(by, proof, 'measure-evidence-attached', { ...file, sha256: sheet, name: '管理表.png' })
  write(by, proof, 'measure-evidence-captioned', { text: '更新後の管理表' })
  write(by, copy, 'measure-evidence-attached', { ...file, sha256: marked, name: '管理表（書込み）.png' })
  write(by, copy, 'measure-evidence-derived', { from: proof })
  const supersedes = readRegister(by.document.entity(copy), 'file').dots
  by.write([auditDraft({ kind: 'measure-evidence-removed', entity: copy, supersedes, body: {} })])
  write(by, finding, 'measures-submitted', { contentHash })
  write(by, finding, 'measures-returned', { reason: '時期が分からない' })
  write(by, measure, 'measure-returned', { reason: '証拠が足りない' })
  write(by, measure, 'measure-verified', { method: '現物を確認', evidence: [proof], contentHash })
  const heads = [...by.document.state.heads].map(([device, n]) => ({ device, n }))
  const published = { heads, reportNo: '報告監６の第７号', contentHash, findings: [{ finding, contentHash }] }
  write(by, newPublicationId('corpus-publication-1'), 'report-published', published)
}

function carryOver(by: TestDevice, { finding, measure }: FollowUpPlace): void {
  const [duty, dropped] = [newDutyId('corpus-duty-00000001'), newDutyId('corpus-duty-00000002')]
  const rule = { finding, measure, text: '定義ファイルの更新', startsOn: day('2026-05-01'), endsOn: null }
  write(by, duty, 'duty-set', { ...rule, every: 'quarter', months: [2, 5, 8, 11] })
  write(by, dropped, 'duty-set', { ...rule, every: 'month', months: [] })
  const supersedes = readRegister(by.document.entity(dropped), 'rule').dots
  by.write([auditDraft({ kind: 'duty-removed', entity: dropped, supersedes, body: {} })])
  const occurrence = occurrenceEntity(duty, month('2026-05'))
  write(by, occurrence, 'occurrence-done', { doneOn: day('2026-05-20'), note: '３台' })
  write(by, occurrence, 'occurrence-reopened', {})
  const carried = carriedEntity({ measure })
  const earlier = { stream: 'audit-earlier' as StreamId, finding, measure, number: '２（１）', title: '更新について' }
  const said = { unit: '健康局', text: '手順を改めた。', class: 'done', on: month('2024-03') }
  write(by, carried, 'follow-up-carried', { ...earlier, ...said })
  write(by, carried, 'follow-up-checked', { outcome: 'partly', note: '１台が未実施' })
}

/** In a stream of its own in an organisation; in the corpus beside the rest. */
function defineClasses(by: TestDevice): void {
  const classes = [{ code: 'guidance', ja: '指導', en: 'Guidance', isActive: true }]
  write(by, organisationEntity, 'finding-classes-defined', { classes })
  write(by, organisationEntity, 'severities-defined', { classes })
  write(by, organisationEntity, 'measure-classes-defined', { classes })
}
