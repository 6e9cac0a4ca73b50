// How far an audit's checklists are: counts per section and in total.
import type { Audit } from './Audit.ts'
import type { Judgement } from './auditVocabulary.ts'
import { questionStatus } from './questionStatus.ts'
import type { Question, Section, Template, TemplateId } from '../template/Template.ts'

/** Questions by how they stand; the judgements, `unanswered` and `conflicts` add up to `total`. */
export interface Progress {
  readonly total: number
  readonly answered: number
  readonly unanswered: number
  readonly conflicts: number
  readonly byJudgement: Readonly<Record<Judgement, number>>
}

export function progressOf(audit: Audit, templates: readonly Template[]): Progress {
  return sumProgress(
    templates.flatMap((template) => template.sections.map((section) => sectionProgress(audit, template.id, section))),
  )
}

export function sectionProgress(audit: Audit, template: TemplateId, section: Section): Progress {
  const byJudgement = noJudgements()
  let unanswered = 0
  let conflicts = 0
  for (const question of section.questions) {
    const status = questionStatus(audit, template, question)
    if (status.state === 'judged') byJudgement[status.judgement] += 1
    else if (status.state === 'conflict') conflicts += 1
    else unanswered += 1
  }
  const total = section.questions.length
  return { total, answered: total - unanswered - conflicts, unanswered, conflicts, byJudgement }
}

export interface QuestionPlace {
  readonly template: Template
  readonly section: Section
  readonly question: Question
}

/** Every question in the order of the checklists. */
export function questionPlaces(templates: readonly Template[]): readonly QuestionPlace[] {
  return templates.flatMap((template) =>
    template.sections.flatMap((section) => section.questions.map((question) => ({ template, section, question }))),
  )
}

/** The first unanswered question after the given one, beginning anew at the top; undefined when all are answered. */
export function nextUnanswered(
  audit: Audit,
  templates: readonly Template[],
  after?: Question,
): QuestionPlace | undefined {
  const places = questionPlaces(templates)
  const start = after === undefined ? 0 : places.findIndex((place) => place.question.id === after.id) + 1
  const order = [...places.slice(start), ...places.slice(0, start)]
  return order.find((place) => questionStatus(audit, place.template.id, place.question).state === 'unanswered')
}

function noJudgements(): Record<Judgement, number> {
  return { conforming: 0, partial: 0, nonconforming: 0, 'not-applicable': 0, 'not-checked': 0 }
}

function sumProgress(parts: readonly Progress[]): Progress {
  const byJudgement = noJudgements()
  const sum = { total: 0, answered: 0, unanswered: 0, conflicts: 0 }
  for (const part of parts) {
    sum.total += part.total
    sum.answered += part.answered
    sum.unanswered += part.unanswered
    sum.conflicts += part.conflicts
    for (const [judgement, count] of Object.entries(part.byJudgement)) byJudgement[judgement as Judgement] += count
  }
  return { ...sum, byJudgement }
}
