// Where a conflict belongs on the screens: the finding, the question, or the audit itself.
import type { Audit } from '../../domain/audit/Audit.ts'
import {
  auditEntity,
  isDutyId,
  isFindingId,
  isItemId,
  isMeasureId,
  isPublicationId,
  mediaReconciliationEntity,
  parseAnswerEntity,
  parseOccurrenceEntity,
  parseSampleEntity,
} from '../../domain/audit/entityIds.ts'
import type { AnswerRef, FindingId, ItemId, MeasureId } from '../../domain/audit/entityIds.ts'
import type { Conflict } from '../../domain/audit/listConflicts.ts'
import { placeOf } from '../../domain/audit/measure.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'

export type ConflictPlace =
  | { readonly type: 'audit' }
  | { readonly type: 'finding'; readonly finding: FindingId; readonly measure?: MeasureId }
  | { readonly type: 'answer'; readonly ref: AnswerRef }
  | { readonly type: 'item'; readonly item: ItemId }
  | { readonly type: 'media' }
  | { readonly type: 'carried' }
  | { readonly type: 'signature' }
  | { readonly type: 'person' }
  | { readonly type: 'library' }
  | { readonly type: 'other' }

export function conflictPlace(audit: Audit, entity: EntityId): ConflictPlace {
  if (entity === auditEntity || isPublicationId(entity)) return { type: 'audit' }
  if (isFindingId(entity)) return { type: 'finding', finding: entity }
  if (isItemId(entity)) return { type: 'item', item: entity }
  if (isMeasureId(entity)) {
    const measure = audit.measures.get(entity)
    const finding = measure && placeOf(measure)?.finding
    return finding === undefined ? { type: 'other' } : { type: 'finding', finding, measure: entity }
  }
  const duty = isDutyId(entity) ? entity : parseOccurrenceEntity(entity)?.duty
  const ofDuty = duty && audit.duties.get(duty)?.rule.values[0]?.content.body.finding
  if (ofDuty !== undefined) return { type: 'finding', finding: ofDuty }
  if (entity === mediaReconciliationEntity) return { type: 'media' }
  const named = namedPlaces.find(({ begins }) => entity === begins || entity.startsWith(`${begins}:`))
  if (named !== undefined) return { type: named.type }
  // A sample and its picks stand with the question that they were drawn for.
  const ref = parseAnswerEntity(entity) ?? parseSampleEntity(entity)?.ref
  return ref === undefined ? { type: 'other' } : { type: 'answer', ref }
}

const namedPlaces = [
  { begins: 'carried', type: 'carried' },
  { begins: 'signature', type: 'signature' },
  { begins: 'person', type: 'person' },
  { begins: 'organisation', type: 'library' },
] as const

/** The conflicts of a finding and of its measures. */
export function conflictsOfFinding(
  audit: Audit,
  conflicts: readonly Conflict[],
  finding: FindingId,
): readonly Conflict[] {
  return conflicts.filter(({ entity }) => {
    const place = conflictPlace(audit, entity)
    return place.type === 'finding' && place.finding === finding
  })
}
