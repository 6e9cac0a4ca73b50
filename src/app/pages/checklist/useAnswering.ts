// What a person does to the answers of an audit: decides by the rules, records, and says the change in words for 元に戻す.
// One change at a time: two quick taps must not both replace the same earlier value, or they would conflict with each other.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLanguage } from '../../components/base/useLanguage.ts'
import { itemTitle } from '../../components/checklist/ItemAnswerView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useClock } from '../../composables/useClock.ts'
import { useIds } from '../../composables/useIds.ts'
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import type { Answer } from '../../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../../domain/audit/auditKinds.ts'
import type { AuditState, Judgement } from '../../../domain/audit/auditVocabulary.ts'
import { decideClearJudgement, decideJudge, decideMeasureAnswer } from '../../../domain/audit/decideAnswer.ts'
import { decideAdvanceAudit } from '../../../domain/audit/decideDescribeAudit.ts'
import { decideRaiseFinding } from '../../../domain/audit/decideRaiseFinding.ts'
import { draftFinding, questionsDraftedTogether } from '../../../domain/audit/draftFinding.ts'
import { newFindingId, type ItemId } from '../../../domain/audit/entityIds.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, questionStatus } from '../../../domain/audit/questionStatus.ts'

/** A question, or one roster item of it. */
export interface AnswerPlace extends QuestionPlace {
  readonly item?: ItemId | undefined
}

export function useAnswering(open: OpenAudit) {
  const { t } = useI18n()
  const language = useLanguage()
  const { today } = useClock()
  const { newId } = useIds()

  let turn: Promise<unknown> = Promise.resolve()
  /** `decide` sees the audit as it is after every earlier change, the end of a text among them. */
  function change(decide: () => readonly AuditDraft[], words?: () => string): Promise<boolean> {
    const mine = turn.then(async () => {
      await whenSaved(open)
      return open.record(decide(), words?.())
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  const answerAt = ({ template, question, item }: AnswerPlace): Answer =>
    answerOf(open.audit.value, { template: template.id, question: question.id, ...(item === undefined ? {} : { item }) })

  function titleOf(id: ItemId): string {
    const item = open.audit.value.items.get(id)
    return item === undefined ? '' : itemTitle(item).title
  }

  function judgedWords({ question, item }: AnswerPlace, judgement: Judgement): string {
    const answer = t(`checklist.answer.${judgement}`)
    return item === undefined
      ? t('checklist.undoWords.judged', { number: question.id, answer })
      : t('checklist.undoWords.judgedItem', { number: question.id, item: titleOf(item), answer })
  }

  return {
    answerAt,
    judge: (place: AnswerPlace, judgement: Judgement) =>
      change(
        () => decideJudge(answerAt(place), judgement),
        () => judgedWords(place, judgement),
      ),
    clear: (place: AnswerPlace) =>
      change(
        () => decideClearJudgement(answerAt(place)),
        () => t('checklist.undoWords.cleared', { number: place.question.id }),
      ),
    measure: (place: AnswerPlace, value: AnswerValue) =>
      change(
        () => decideMeasureAnswer(answerAt(place), value),
        () => t('checklist.undoWords.value', { number: place.question.id }),
      ),
    restNotApplicable: (places: readonly QuestionPlace[], section: string) => {
      const rest = () =>
        places.filter(({ template, question }) => questionStatus(open.audit.value, template.id, question).state === 'unanswered')
      const count = rest().length
      return change(
        () => rest().flatMap((place) => decideJudge(answerAt(place), 'not-applicable')),
        () => t('checklist.undoWords.rest', { section, count }),
      )
    },
    raise: (place: QuestionPlace) =>
      change(() => {
        const audit = open.audit.value
        const on = audit.header.visit.values[0]?.content.body.visitOn ?? today.value
        const draft = draftFinding(questionsDraftedTogether(place, audit), { audit, language: language.value, today: on })
        const raised = decideRaiseFinding(audit, newFindingId(newId()), draft)
        return raised.ok ? raised.value : []
      }),
    advance: (state: AuditState) => change(() => decideAdvanceAudit(open.audit.value.header, state)),
  }
}

export type Answering = ReturnType<typeof useAnswering>

/** Resolves once no save is under way: a text that is just being finished by losing focus is then part of the audit. */
function whenSaved(open: OpenAudit): Promise<void> {
  if (open.save.value.state !== 'saving') return Promise.resolve()
  return new Promise((resolve) => {
    const stop = watch(open.save, ({ state }) => {
      if (state === 'saving') return
      stop()
      resolve()
    }, { flush: 'sync' })
  })
}
