// Comments, questions and answers about findings and measures. A question is open until somebody has answered it.
import type { Audit, Remark } from './Audit.ts'
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import { firstDraft } from './draftFor.ts'
import type { FindingId, MeasureId, RemarkId } from './entityIds.ts'
import { measuresOf } from './measure.ts'
import { dotsOf } from '../oplog/Register.ts'
import type { EntityState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

export interface RemarkWish {
  readonly about: FindingId | MeasureId
  readonly type: 'comment' | 'question'
  readonly text: string
}

export function decideRemark(id: RemarkId, wish: RemarkWish): Result<readonly AuditDraft[], 'text-missing'> {
  const text = wish.text.trim()
  if (text === '') return err('text-missing')
  return ok([firstDraft(id, 'remark-made', { about: wish.about, type: wish.type, replyTo: null, text })])
}

export function decideAnswerQuestion(
  audit: Audit,
  id: RemarkId,
  { question, text }: { readonly question: RemarkId; readonly text: string },
): Result<readonly AuditDraft[], 'text-missing' | 'question-missing'> {
  const asked = audit.remarks.get(question)
  const body = asked && remarkOf(asked)
  if (asked?.existence === 'removed' || body?.type !== 'question') return err('question-missing')
  if (text.trim() === '') return err('text-missing')
  const answer = { about: body.about, type: 'answer', replyTo: question, text: text.trim() } as const
  return ok([firstDraft(id, 'remark-made', answer)])
}

export function decideRemoveRemark(entity: EntityState): readonly AuditDraft[] {
  return [{ kind: 'remark-removed', entity: entity.id, supersedes: dotsOf(entity), body: {} }]
}

/** As it was made. It never changes; two values cannot be, since every remark has an id of its own. */
export function remarkOf(remark: Remark): AuditBodies['remark-made'] | undefined {
  return remark.remark.values[0]?.content.body
}

/** Of one finding or measure, in the order of the tablets' clocks; answers among them. */
export function remarksOf(audit: Audit, about: FindingId | MeasureId): readonly Remark[] {
  return presentRemarks(audit).filter((remark) => remarkOf(remark)?.about === about)
}

/** Questions about the finding or one of its measures that nobody has answered. */
export function openQuestionsOf(audit: Audit, finding: FindingId): readonly Remark[] {
  const places = new Set<string>([finding, ...measuresOf(audit, finding).map(({ id }) => id)])
  const present = presentRemarks(audit)
  const answered = new Set(present.map((remark) => remarkOf(remark)?.replyTo ?? null))
  return present.filter((remark) => {
    const body = remarkOf(remark)
    return body?.type === 'question' && places.has(body.about) && !answered.has(remark.id)
  })
}

function presentRemarks(audit: Audit): readonly Remark[] {
  return [...audit.remarks.values()]
    .filter((remark) => remark.existence !== 'removed' && remarkOf(remark) !== undefined)
    .sort((a, b) => (madeAt(a) < madeAt(b) ? -1 : madeAt(a) > madeAt(b) ? 1 : a.id < b.id ? -1 : 1))
}

function madeAt({ remark }: Remark): string {
  return remark.values[0]?.at ?? ''
}
