// Plays a written-down audit into a device: opening, rosters, answers, findings drafted from them, measures.
import { hash } from 'node:crypto'
import { DemoDevice } from './DemoDevice.ts'
import type { DemoAnswer, DemoAudit, DemoEvidence, DemoFinding } from './DemoAudit.ts'
import { decideJudge, decideMeasureAnswer, decideNote } from '../../domain/audit/decideAnswer.ts'
import { decideAdvanceAudit, decideDescribeAudit } from '../../domain/audit/decideDescribeAudit.ts'
import { decideOpenAudit } from '../../domain/audit/decideOpenAudit.ts'
import { decideRaiseFinding } from '../../domain/audit/decideRaiseFinding.ts'
import { decideTitleFinding, decideWordFinding } from '../../domain/audit/decideFinding.ts'
import { draftFinding, questionsDraftedTogether } from '../../domain/audit/draftFinding.ts'
import {
  answerEntity,
  newEvidenceId,
  newFindingId,
  newItemId,
  newMeasureId,
  type AnswerRef,
  type ItemId,
} from '../../domain/audit/entityIds.ts'
import { decideAttachEvidence } from '../../domain/audit/evidence.ts'
import { decideAddMeasure, decideScheduleMeasure } from '../../domain/audit/measure.ts'
import { questionPlaces, type QuestionPlace } from '../../domain/audit/progressOf.ts'
import { answerOf } from '../../domain/audit/questionStatus.ts'
import { decideListItem } from '../../domain/audit/roster.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { must } from '../../domain/must.ts'
import type { Result } from '../../domain/Result.ts'
import { builtinTemplates } from '../../domain/template/builtinTemplates.ts'

export function recordAudit(written: DemoAudit): DemoDevice {
  const device = new DemoDevice(must(written.team[0], 'a team'))
  const templates = builtinTemplates.map(({ id, version }) => ({ template: id, version }))
  device.record(granted(decideOpenAudit({ ...written, templates })), written.visitAt)
  const items = listItems(device, written)
  for (const answer of written.answers) recordAnswer(device, answer, { items, at: written.visitAt })
  for (const finding of written.findings) recordFinding(device, finding, written)
  const { header } = device.audit
  if (written.noticeOn !== null) {
    device.record(granted(decideDescribeAudit(header, { noticeOn: written.noticeOn })), written.closedAt)
  }
  device.record(decideAdvanceAudit(header, written.state), written.closedAt)
  return device
}

type ItemsByTag = ReadonlyMap<string, ItemId>

function listItems(device: DemoDevice, written: DemoAudit): ItemsByTag {
  const items = new Map<string, ItemId>()
  for (const item of written.items) {
    const id = newItemId(device.newId())
    device.record(granted(decideListItem(device.audit, id, item)), written.visitAt)
    items.set(item.tag, id)
  }
  return items
}

function recordAnswer(device: DemoDevice, written: DemoAnswer, { items, at }: { items: ItemsByTag; at: string }): void {
  const { template, question } = placeOf(written.question)
  const asked: AnswerRef = { template: template.id, question: question.id }
  const ref = written.item === undefined ? asked : { ...asked, item: must(items.get(written.item), written.item) }
  const answer = () => answerOf(device.audit, ref)
  device.record(decideJudge(answer(), written.judgement, written.reason), at)
  if (written.value !== undefined) device.record(decideMeasureAnswer(answer(), written.value), at)
  if (written.note !== undefined) device.record(decideNote(answer(), written.note), at)
  if (written.evidence !== undefined) attach(device, written.evidence, { supports: answerEntity(ref), at })
}

function attach(
  device: DemoDevice,
  { bytes, caption, ...file }: DemoEvidence,
  { supports, at }: { readonly supports: EntityId; readonly at: string },
): void {
  const sha256 = hash('sha256', bytes, 'base64url')
  device.files.set(sha256, bytes)
  const attached = { ...file, supports, sha256, size: bytes.length, capturedAt: at }
  device.record(decideAttachEvidence(newEvidenceId(device.newId()), attached, caption), at)
}

function recordFinding(device: DemoDevice, written: DemoFinding, audit: DemoAudit): void {
  const at = audit.closedAt
  const id = newFindingId(device.newId())
  const places = questionsDraftedTogether(placeOf(written.question), device.audit)
  const today = must(audit.visitOn, 'the day of the visit')
  const draft = draftFinding(places, { audit: device.audit, language: 'ja', today })
  device.record(granted(decideRaiseFinding(device.audit, id, draft)), at)
  const finding = () => must(device.audit.findings.get(id), 'the finding just raised')
  device.record(decideTitleFinding(finding(), { subject: written.subject, demand: draft.demand }), at)
  for (const [part, text] of Object.entries(written.parts)) {
    device.record(decideWordFinding(finding(), part as keyof DemoFinding['parts'], text), at)
  }
  for (const measure of written.measures) {
    const measureId = newMeasureId(device.newId())
    device.record(decideAddMeasure(device.audit, id, { id: measureId, type: measure.type, text: measure.text }), at)
    const added = must(device.audit.measures.get(measureId), 'the measure just added')
    device.record(decideScheduleMeasure(added, measure.schedule), at)
  }
}

function placeOf(question: string): QuestionPlace {
  return must(
    questionPlaces(builtinTemplates).find((place) => place.question.id === question),
    question,
  )
}

/** Sample data that its own rules refuse is a bug. */
function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.error}`)
  return result.value
}
