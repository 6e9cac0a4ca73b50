// What an answer holds beside its judgement, as the working paper prints it.
import type { AnswerValue } from '../../domain/audit/AnswerValue.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { planElements, type Question } from '../../domain/template/Template.ts'
import { printedText } from '../printedText.ts'
import type { Paper } from './Paper.ts'

/** Empty where a value was taken back. */
export function valueText({ language, words, labels }: Paper, question: Question, value: AnswerValue): string {
  switch (value.type) {
    case 'none':
      return ''
    case 'number': {
      const unit = question.value.type === 'number' ? question.value.unit[language] : ''
      const number = value.number.toLocaleString('en-US', { maximumFractionDigits: 20 })
      return printedText(language === 'ja' ? number + unit : `${number} ${unit}`, language)
    }
    case 'date':
      return formatWareki(value.on, language, 'report')
    case 'dates':
      return words.joined(value.on.map((on) => (on === null ? words.undated : formatWareki(on, language, 'report'))))
    case 'text':
      return printedText(value.text, language)
    case 'elements': {
      const isPresent = (element: (typeof planElements)[number]) => value.present.includes(element)
      const listed = (elements: readonly (typeof planElements)[number][]) =>
        elements.length === 0 ? words.none : words.joined(elements.map((element) => words.element[element]))
      const absent = planElements.filter((element) => !isPresent(element))
      return `${labels.present}${listed(planElements.filter(isPresent))} ${labels.absent}${listed(absent)}`
    }
  }
}
