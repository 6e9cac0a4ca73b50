// Reading the work plan for one specification item: what it says, and with it whether the item conforms. One act, one undo [A8].
import type { Answer, Audit } from './Audit.ts'
import type { AuditDraft } from './auditKinds.ts'
import { decideClearJudgement, decideJudge, decideMeasureAnswer } from './decideAnswer.ts'
import type { ItemId } from './entityIds.ts'
import { placeWithRole } from './placeWithRole.ts'
import { answerOf, isFailing, judgementOf } from './questionStatus.ts'
import { settledValue } from '../oplog/Register.ts'
import { planElements, type PlanElement, type QuestionRole } from '../template/Template.ts'

/** The elements that the plan sets out for the item; undefined takes the reading back. */
export function decideReadPlan(
  audit: Audit,
  item: ItemId,
  present: readonly PlanElement[] | undefined,
): readonly AuditDraft[] {
  const [coverage, content] = answersAbout(audit, item)
  if (present === undefined) return unread(content)
  return [...written(content, present), ...judged(coverage, present.length > 0)]
}

/** Whether the plan speaks of the item at all. What it does not speak of has no element; undefined takes the judgement back. */
export function decideCoverItem(audit: Audit, item: ItemId, isCovered: boolean | undefined): readonly AuditDraft[] {
  const [coverage, content] = answersAbout(audit, item)
  if (isCovered === false) return [...judged(coverage, false), ...written(content, [])]
  const judgement = isCovered ? judged(coverage, true) : coverage ? decideClearJudgement(coverage) : []
  return [...judgement, ...(isBlank(content) ? unread(content) : [])]
}

type Asked = Answer | undefined

function answersAbout(audit: Audit, item: ItemId): readonly [coverage: Asked, content: Asked] {
  const answer = (role: QuestionRole): Asked => {
    const place = placeWithRole(audit, role)
    return place && answerOf(audit, { template: place.template.id, question: place.question.id, item })
  }
  return [answer('specified'), answer('plan-elements')]
}

function written(content: Asked, present: readonly PlanElement[]): readonly AuditDraft[] {
  if (content === undefined) return []
  const inOrder = planElements.filter((element) => present.includes(element))
  return [
    ...decideMeasureAnswer(content, { type: 'elements', present: inOrder }),
    ...judged(content, inOrder.length === planElements.length),
  ]
}

/** A person may have judged it 一部不適合: that fails as well and stays. */
function judged(answer: Asked, isGood: boolean): readonly AuditDraft[] {
  if (answer === undefined) return []
  if (!isGood && isFailing(judgementOf(answer))) return []
  return decideJudge(answer, isGood ? 'conforming' : 'nonconforming')
}

function unread(content: Asked): readonly AuditDraft[] {
  if (content === undefined) return []
  return [...decideMeasureAnswer(content, { type: 'none' }), ...decideClearJudgement(content)]
}

/** Read, and nothing was found. */
function isBlank(content: Asked): boolean {
  const value = content && settledValue(content.value)?.body.value
  return value?.type === 'elements' && value.present.length === 0
}
