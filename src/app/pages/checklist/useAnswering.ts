// What a person does to the answers of an audit: decides by the rules, records, and says the change in words for 元に戻す.
import { useI18n } from 'vue-i18n'
import { itemTitle } from '../../components/checklist/ItemAnswerView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import type { Answer } from '../../../domain/audit/Audit.ts'
import type { AuditState, Judgement } from '../../../domain/audit/auditVocabulary.ts'
import { decideClearJudgement, decideJudge, decideMeasureAnswer } from '../../../domain/audit/decideAnswer.ts'
import { decideAdvanceAudit } from '../../../domain/audit/decideDescribeAudit.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, itemAnswers, judgementOf, questionStatus } from '../../../domain/audit/questionStatus.ts'

/** A question, or one roster item of it. */
export interface AnswerPlace extends QuestionPlace {
  readonly item?: ItemId | undefined
}

export interface RestOfSection {
  readonly places: readonly QuestionPlace[]
  readonly section: string
  /** One for all of them. */
  readonly reason: string
}

/** Every deed resolves true once it is saved. */
export interface Answering {
  readonly judge: (place: AnswerPlace, judgement: Judgement) => Promise<boolean>
  readonly clear: (place: AnswerPlace) => Promise<boolean>
  readonly measure: (place: AnswerPlace, value: AnswerValue) => Promise<boolean>
  /** 残りをすべて対象外にする; there is no bulk 適合. */
  readonly restNotApplicable: (rest: RestOfSection) => Promise<boolean>
  /** The items of a roster question that are not judged yet. */
  readonly restOfItems: (place: QuestionPlace, reason: string) => Promise<boolean>
  readonly advance: (state: AuditState) => Promise<boolean>
}

export function useAnswering(open: OpenAudit): Answering {
  const { t } = useI18n()

  const answerAt = ({ template, question, item }: AnswerPlace): Answer =>
    answerOf(open.audit.value, {
      template: template.id,
      question: question.id,
      ...(item === undefined ? {} : { item }),
    })

  const unansweredOf = (places: readonly QuestionPlace[]) =>
    places.filter(
      ({ template, question }) => questionStatus(open.audit.value, template.id, question).state === 'unanswered',
    )

  /** Where some items of a roster were judged, the rest is the other items: a judgement of the whole would hide theirs. */
  function restOf(place: QuestionPlace): readonly Answer[] {
    const items = itemAnswers(open.audit.value, place.template.id, place.question)
    const isBegun = items.some((answer) => judgementOf(answer) !== undefined)
    return isBegun ? items.filter((answer) => judgementOf(answer) === undefined) : [answerAt(place)]
  }

  function judgedWords({ question, item }: AnswerPlace, judgement: Judgement): string {
    const answer = t(`checklist.answer.${judgement}`)
    const judged = item === undefined ? undefined : open.audit.value.items.get(item)
    return judged === undefined
      ? t('checklist.undoWords.judged', { number: question.id, answer })
      : t('checklist.undoWords.judgedItem', { number: question.id, item: itemTitle(judged).title, answer })
  }

  return {
    judge: (place, judgement) =>
      open.record(
        () => decideJudge(answerAt(place), judgement),
        () => judgedWords(place, judgement),
      ),
    clear: (place) =>
      open.record(
        () => decideClearJudgement(answerAt(place)),
        () => t('checklist.undoWords.cleared', { number: place.question.id }),
      ),
    measure: (place, value) =>
      open.record(
        () => decideMeasureAnswer(answerAt(place), value),
        () => t('checklist.undoWords.value', { number: place.question.id }),
      ),
    restNotApplicable: ({ places, section, reason }) => {
      const count = unansweredOf(places).length
      return open.record(
        () =>
          unansweredOf(places)
            .flatMap(restOf)
            .flatMap((answer) => decideJudge(answer, 'not-applicable', reason)),
        () => t('checklist.undoWords.rest', { section, count }),
      )
    },
    restOfItems: (place, reason) => {
      const rest = restOf(place)
      return open.record(
        () => restOf(place).flatMap((answer) => decideJudge(answer, 'not-applicable', reason)),
        () => t('checklist.undoWords.restItems', { number: place.question.id, count: rest.length }),
      )
    },
    advance: (state) => open.record(() => decideAdvanceAudit(open.audit.value.header, state)),
  }
}
