// What the braces in a finding text stand for, computed from the answers to its question.
import type { Answer, Audit } from './Audit.ts'
import type { DraftingContext } from './DraftingContext.ts'
import { currencyOf } from './currencyCheck.ts'
import { isFoundItem, pairedWith } from './matchMedia.ts'
import type { QuestionPlace } from './progressOf.ts'
import { answerOf, isFailing, itemAnswers, judgementOf } from './questionStatus.ts'
import { listingOf } from './roster.ts'
import { sampleOf, type SampleView } from './sample.ts'
import type { CalendarDay } from '../calendar/CalendarDay.ts'
import { compareDates } from '../calendar/compareDates.ts'
import type { DayOrMonth } from '../calendar/DayOrMonth.ts'
import { daysBetween } from '../calendar/daysBetween.ts'
import { formatWareki } from '../calendar/formatWareki.ts'
import { settledValue } from '../oplog/Register.ts'
import { formatCount } from '../text/formatCount.ts'
import type { Language, Localised } from '../template/Localised.ts'
import { planElements, type PlanElement, type Question, type Template } from '../template/Template.ts'

/**
 * Brace name → text. A name without a value is absent: the draft shows a blank there. `places` are all questions that the finding is
 * drafted from.
 */
export function conditionValues(
  place: QuestionPlace,
  context: DraftingContext,
  places: readonly QuestionPlace[] = [place],
): ReadonlyMap<string, string> {
  const { audit, language } = context
  const answers = itemAnswers(audit, place.template.id, place.question)
  const failing = failingAnswers(place, followerAmong(place, places), context)
  const values = new Map<string, string | undefined>([
    ['unit', audit.header.unit.values[0]?.content.body.unit],
    ...countsOf(place, context, { answers, failing }),
    ...daysValues(place, context, failing),
    [
      'items',
      joined(
        failing.map((answer) => itemName(audit, answer)),
        language,
      ),
    ],
    ['mediaType', joined([...new Set(answers.map((answer) => mediaType(audit, answer)))], language)],
    [
      'elements',
      joined(
        missingElements(place, context, failing).map((each) => elementLabels[each][language]),
        language,
      ),
    ],
  ])
  return new Map([...values].flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text]])))
}

type Value = readonly [name: string, text: string | undefined]

function countsOf(
  place: QuestionPlace,
  context: DraftingContext,
  { answers, failing }: { readonly answers: readonly Answer[]; readonly failing: readonly Answer[] },
): readonly Value[] {
  const { template, question } = place
  const count = (number: number | undefined) =>
    number === undefined ? undefined : formatCount(number, context.language, 'report')
  const isRepeated = answers.length > 0
  const sample = sampleOfPlace(place, context)
  return [
    ['limit', count(question.limitDays)],
    ['value', count(numberOf(answerOf(context.audit, { template: template.id, question: question.id })))],
    ['total', isRepeated ? count(answers.length) : undefined],
    ['failing', isRepeated ? count(failing.length) : undefined],
    ['unchecked', isRepeated ? count(failingOfFollower(place, context)) : undefined],
    ['sampled', count(sample?.picks.length)],
    ['deficient', count(sample?.deficient)],
  ]
}

function daysValues(place: QuestionPlace, context: DraftingContext, failing: readonly Answer[]): readonly Value[] {
  const { language, today } = context
  const oldest = oldestDay(place, context, failing)
  const renewals = renewalsSinceUpdate(place, context, failing) ?? []
  if (oldest === undefined) return []
  return [
    ['date', formatWareki(oldest, language, 'report')],
    ['days', formatCount(Math.max(0, daysBetween(oldest, today)), language, 'report')],
    [
      'renewed',
      joined(
        renewals.map((on) => formatWareki(on, language, 'report')),
        language,
      ),
    ],
  ]
}

/** The question worded together with this one, where it is among those that the finding is drafted from. */
function followerAmong({ question }: QuestionPlace, places: readonly QuestionPlace[]): Question | undefined {
  return places.find((other) => other.question.draftedWith === question.id)?.question
}

/** Where the sentence speaks of plan elements, an item fails that is not covered, and one whose elements are not all there. */
function failingAnswers(
  { template, question }: QuestionPlace,
  follower: Question | undefined,
  { audit }: DraftingContext,
): readonly Answer[] {
  const answers = itemAnswers(audit, template.id, question)
  const failsToo = (answer: Answer) => {
    if (follower?.value.type !== 'elements' || answer.ref.item === undefined) return false
    return isFailing(judgementOf(answerOf(audit, { ...answer.ref, question: follower.id })))
  }
  return answers.filter((answer) => isFailing(judgementOf(answer)) || failsToo(answer))
}

/** When the failing machines were replaced, if none of them was updated since; undefined where that is not so of all of them. */
function renewalsSinceUpdate(
  { question }: QuestionPlace,
  { audit, today }: DraftingContext,
  failing: readonly Answer[],
): readonly DayOrMonth[] | undefined {
  if (question.role !== 'definition-date' || failing.length === 0) return undefined
  const renewals = new Set<DayOrMonth>()
  for (const { ref } of failing) {
    const machine = ref.item === undefined ? undefined : audit.items.get(ref.item)
    const currency = machine && currencyOf(audit, machine, today)
    if (currency === undefined || currency.renewedOn === null || currency.gapDays === null) return undefined
    renewals.add(currency.renewedOn)
  }
  return [...renewals].sort(compareDates)
}

/** The sample that stands for the question, once every record of it was looked at. */
function sampleOfPlace({ template, question }: QuestionPlace, { audit }: DraftingContext): SampleView | undefined {
  if (question.role !== 'sample') return undefined
  const sample = sampleOf(audit, { template: template.id, question: question.id })
  return sample !== undefined && sample.open === 0 ? sample : undefined
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

/** Elements absent from the plan of any failing item, of this question or of the one drafted with it. */
function missingElements(
  place: QuestionPlace,
  { audit }: DraftingContext,
  failing: readonly Answer[],
): readonly PlanElement[] {
  const asked = [place.question, followerOf(place.template, place.question)].find(
    (each) => each?.value.type === 'elements',
  )
  if (asked === undefined) return []
  const present = failing.flatMap(({ ref }) => {
    const value = settledValue(answerOf(audit, { ...ref, question: asked.id }).value)?.body.value
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

function itemName(audit: Audit, answer: Answer): string {
  const item = answer.ref.item === undefined ? undefined : audit.items.get(answer.ref.item)
  const listing = item && listingOf(item)
  return listing === undefined ? '' : listing.tag || listing.name
}

/** What kind of medium it is: as it was described on site, else as it was listed, or as the entry is that it was linked to. A number is none. */
function mediaType(audit: Audit, { ref }: Answer): string {
  const item = ref.item === undefined ? undefined : audit.items.get(ref.item)
  if (item === undefined) return ''
  const linked = pairedWith(item)
  const entry = linked && audit.items.get(linked)
  const described = item.description.values[0]?.content.body.text.trim() ?? ''
  const isNumberless = item.sighting.values.some(
    ({ content }) => content.kind === 'medium-found' && content.body.how === 'unnumbered',
  )
  // A found medium without a number is called so, which says nothing of its kind.
  const name = isFoundItem(item) && isNumberless ? '' : (listingOf(item)?.name ?? '')
  return described || name || ((entry && listingOf(entry)?.name) ?? '')
}

function joined(names: readonly string[], language: Language): string {
  return names.filter((name) => name !== '').join(language === 'ja' ? '、' : ', ')
}
