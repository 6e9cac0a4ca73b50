// What is left to be checked: questions without an answer, those with two, and those that could not be checked, each with its reason.
import type { Audit } from '../../domain/audit/Audit.ts'
import { progressOf, questionPlaces, type QuestionPlace } from '../../domain/audit/progressOf.ts'
import { answerOf, itemAnswers } from '../../domain/audit/questionStatus.ts'
import { settledValue } from '../../domain/oplog/Register.ts'
import type { Language } from '../../domain/template/Localised.ts'
import type { Template } from '../../domain/template/Template.ts'
import { formatCount } from '../../domain/text/formatCount.ts'
import { bulletParagraph, plainParagraph } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { ParagraphBlock } from '../ReportDocument.ts'
import { exitSummaryLabels } from './exitSummaryLabels.ts'

export function openBlock(audit: Audit, templates: readonly Template[], language: Language): ParagraphBlock {
  const labels = exitSummaryLabels[language]
  const { unanswered, conflicts } = progressOf(audit, templates)
  const counted = (count: number) => formatCount(count, language, 'report')
  const lines = [
    ...(unanswered === 0 ? [] : [labels.unanswered(counted(unanswered))]),
    ...(conflicts === 0 ? [] : [labels.unsettled(counted(conflicts))]),
    ...questionPlaces(templates).flatMap((place) => notCheckedLines(audit, place, language)),
  ]
  const paragraphs = lines.length === 0 ? [plainParagraph(labels.nothingOpen)] : lines.map(bulletParagraph)
  return { type: 'paragraph', paragraphs }
}

/** One line a question: of one asked over many objects the reasons stand together. */
function notCheckedLines(audit: Audit, { template, question }: QuestionPlace, language: Language): readonly string[] {
  const labels = exitSummaryLabels[language]
  const answers = [
    answerOf(audit, { template: template.id, question: question.id }),
    ...itemAnswers(audit, template.id, question),
  ]
  const reasons = answers.flatMap(({ judgement }) => {
    const settled = settledValue(judgement)
    if (settled?.kind !== 'answer-judged' || settled.body.judgement !== 'not-checked') return []
    return [printedText(settled.body.reason, language) || labels.withoutReason]
  })
  if (reasons.length === 0) return []
  const text = `${question.id} ${printedText(question.text[language], language)}`
  return [labels.notChecked(text, [...new Set(reasons)].join(language === 'ja' ? '、' : '; '))]
}
