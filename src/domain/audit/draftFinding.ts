// Words a finding from failing answers: counts, dates and names come from the answers, the sentences from the checklist.
// The auditor edits the draft before it counts, so what cannot be computed is left as a visible blank and never guessed.
import type { Audit } from './Audit.ts'
import { conditionValues } from './conditionValues.ts'
import { blank, type DraftingContext } from './DraftingContext.ts'
import { isFailing, questionStatus, itemAnswers, judgementOf } from './questionStatus.ts'
import type { Language } from '../template/Localised.ts'
import type { Demand, FindingText, Question, Template } from '../template/Template.ts'
import type { QuestionPlace } from './progressOf.ts'

export interface FindingDraft {
  readonly questions: readonly QuestionPlace[]
  readonly subject: string
  readonly demand: Demand
  readonly lead: string
  /** One condition a line. */
  readonly conditions: string
  readonly criteria: string
  /** One sentence a line. */
  readonly recommendation: string
}

/** Drafts one finding from the given failing questions, the first of which gives the title. */
export function draftFinding(
  places: readonly [QuestionPlace, ...QuestionPlace[]],
  context: DraftingContext,
): FindingDraft {
  const { language } = context
  const [first] = places
  const worded = places.filter((place) => !isCoveredBy(place, places))
  const wordings = worded.map((place) => {
    const values = conditionValues(place, context, places)
    const wording = wordingOf(place, places, values)
    return {
      condition: fillText(wording.condition[language], values, language),
      recommendation: fillText(wording.recommendation[language], values, language),
    }
  })
  return {
    questions: places,
    subject: first.question.finding.subject[language],
    demand: places.some(({ question }) => question.finding.demand === 'rectify') ? 'rectify' : 'improve',
    lead: leadSentence(first.template, language),
    conditions: distinct(wordings.map(({ condition }) => condition)).join('\n'),
    criteria: distinct(places.flatMap(({ question }) => question.criteria.map(({ text }) => text[language]))).join(
      '\n',
    ),
    recommendation: distinct(wordings.map(({ recommendation }) => recommendation)).join('\n'),
  }
}

/** A question with those failing ones that the checklist words together with it: B01 with B05, C02 with C03. */
export function questionsDraftedTogether(
  place: QuestionPlace,
  audit: Audit,
): readonly [QuestionPlace, ...QuestionPlace[]] {
  const { template } = place
  const leader = place.question.draftedWith ?? place.question.id
  const failing = template.sections.flatMap((section) =>
    section.questions
      .filter((question) => question.id === leader || question.draftedWith === leader)
      .filter((question) => question.id === place.question.id || hasFailing(audit, template, question))
      .map((question) => ({ template, section, question })),
  )
  const [first, ...rest] = failing
  return first === undefined ? [place] : [first, ...rest]
}

/** Whether the question, or any roster item of it, fails. */
export function hasFailing(audit: Audit, template: Template, question: Question): boolean {
  const status = questionStatus(audit, template.id, question)
  if (status.state === 'judged' && isFailing(status.judgement)) return true
  return itemAnswers(audit, template.id, question).some((answer) => isFailing(judgementOf(answer)))
}

/** What a question says: alone, where none of the questions drafted with it fails too; more, where a check has computed more. */
function wordingOf(
  { question }: QuestionPlace,
  places: readonly QuestionPlace[],
  values: ReadonlyMap<string, string>,
): Pick<FindingText, 'condition' | 'recommendation'> {
  const { finding } = question
  if (finding.sinceRenewal !== undefined && values.has('renewed'))
    return { ...finding, condition: finding.sinceRenewal }
  if (finding.sampled !== undefined && values.has('sampled')) return { ...finding, condition: finding.sampled }
  const isLeading = places.some((other) => other.question.draftedWith === question.id)
  return isLeading ? finding : (finding.alone ?? finding)
}

/** The leader's sentence speaks for the questions drafted with it. */
function isCoveredBy(place: QuestionPlace, places: readonly QuestionPlace[]): boolean {
  return places.some(({ question }) => question.id === place.question.draftedWith)
}

function leadSentence(template: Template, language: Language): string {
  const lead = template.lead[language]
  return language === 'ja'
    ? `${lead}を確認したところ、次のとおりであった。`
    : `The audit examined ${lead} and found the following.`
}

function fillText(text: string, values: ReadonlyMap<string, string>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? blank[language])
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}
