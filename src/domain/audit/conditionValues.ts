// What the braces in a finding text stand for, computed from the answers to its question.
import type { Answer, Audit } from './Audit.ts'
import type { DraftingContext } from './DraftingContext.ts'
import type { QuestionPlace } from './progressOf.ts'
import { answerOf, isFailing, itemAnswers, judgementOf } from './questionStatus.ts'
import { listingOf } from './roster.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { daysBetween } from '../calendar/daysBetween.ts'
import { formatWareki } from '../calendar/formatWareki.ts'
import { settledValue } from '../oplog/Register.ts'
import { formatCount } from '../text/formatCount.ts'
import type { Language, Localised } from '../template/Localised.ts'
import { planElements, type PlanElement, type Question, type Template } from '../template/Template.ts'

/** Brace name → text. A name without a value is absent: the draft shows a blank there. */
export function conditionValues(place: QuestionPlace, context: DraftingContext): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const { audit, language } = context
  const set = (name: string, text: string | undefined) => {
    if (text !== undefined && text !== '') values.set(name, text)
  }
  const count = (number: number | undefined) =>
    number === undefined ? undefined : formatCount(number, language, 'report')

  const answers = itemAnswers(audit, place.template.id, place.question)
  const failing = answers.filter((answer) => isFailing(judgementOf(answer)))
  set('unit', audit.header.unit.values[0]?.content.body.unit)
  set('limit', count(place.question.limitDays))
  set('value', count(numberOf(answerOf(audit, { template: place.template.id, question: place.question.id }))))
  if (answers.length > 0) {
    set('total', count(answers.length))
    set('failing', count(failing.length))
    set(
      'items',
      joined(
        failing.map((answer) => itemName(audit, answer)),
        language,
      ),
    )
    set('mediaType', joined([...new Set(answers.map((answer) => itemName(audit, answer, 'name')))], language))
    set('unchecked', count(failingOfFollower(place, context)))
  }
  set(
    'elements',
    joined(
      missingElements(place, context).map((element) => elementLabels[element][language]),
      language,
    ),
  )
  const oldest = oldestDay(place, context, failing)
  set('date', oldest && formatWareki(oldest, language, 'report'))
  set('days', oldest && count(Math.max(0, daysBetween(oldest, context.today))))
  return values
}

/** Named as the specification's matrix names them. */
const elementLabels: Readonly<Record<PlanElement, Localised>> = {
  method: { ja: '実施方法', en: 'method' },
  content: { ja: '内容', en: 'content' },
  cycle: { ja: '実施サイクル', en: 'cycle' },
  response: { ja: '対応策', en: 'response' },
  reporting: { ja: '報告', en: 'reporting' },
}

/** How many items fail the question that is drafted with this one (B05 beside B01). */
function failingOfFollower(place: QuestionPlace, { audit }: DraftingContext): number | undefined {
  const follower = followerOf(place.template, place.question)
  if (follower === undefined) return undefined
  return itemAnswers(audit, place.template.id, follower).filter((answer) => isFailing(judgementOf(answer))).length
}

function followerOf(template: Template, question: Question): Question | undefined {
  return template.sections.flatMap(({ questions }) => questions).find(({ draftedWith }) => draftedWith === question.id)
}

/** Elements absent from any item's plan, of this question or of the one drafted with it. */
function missingElements(place: QuestionPlace, { audit }: DraftingContext): readonly PlanElement[] {
  const asked = [place.question, followerOf(place.template, place.question)].find(
    (each) => each?.value.type === 'elements',
  )
  if (asked === undefined) return []
  const present = itemAnswers(audit, place.template.id, asked).flatMap((answer) => {
    const value = settledValue(answer.value)?.body.value
    return value?.type === 'elements' ? [value.present] : []
  })
  return planElements.filter((element) => present.some((each) => !each.includes(element)))
}

function oldestDay(
  place: QuestionPlace,
  { audit }: DraftingContext,
  failing: readonly Answer[],
): CalendarDay | undefined {
  const whole = answerOf(audit, { template: place.template.id, question: place.question.id })
  return [whole, ...failing].flatMap(daysOf).sort()[0]
}

function daysOf(answer: Answer): readonly CalendarDay[] {
  const value = settledValue(answer.value)?.body.value
  if (value?.type === 'date') return [value.on]
  return value?.type === 'dates' ? value.on.filter((day) => day !== null) : []
}

function numberOf(answer: Answer): number | undefined {
  const value = settledValue(answer.value)?.body.value
  return value?.type === 'number' ? value.number : undefined
}

function itemName(audit: Audit, answer: Answer, wanted: 'tag' | 'name' = 'tag'): string {
  const item = answer.ref.item === undefined ? undefined : audit.items.get(answer.ref.item)
  const listing = item && listingOf(item)
  if (listing === undefined) return ''
  return wanted === 'name' ? listing.name || listing.tag : listing.tag || listing.name
}

function joined(names: readonly string[], language: Language): string {
  return names.filter((name) => name !== '').join(language === 'ja' ? '、' : ', ')
}
