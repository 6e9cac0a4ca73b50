// The auditors' questions about a finding or a measure with the unit's answers, and asking and answering them.
// What auditors say to each other (comments) is not for the unit and is left out.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useIds } from './useIds.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { QuestionView, SaidView } from '../components/measure/RemarkView.ts'
import type { Remark } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import { newRemarkId, type FindingId, type MeasureId, type RemarkId } from '../../domain/audit/entityIds.ts'
import { decideAnswerQuestion, decideRemark, remarkOf, remarksOf } from '../../domain/audit/remarks.ts'
import type { Result } from '../../domain/Result.ts'

export interface Questions {
  readonly questions: ComputedRef<readonly QuestionView[]>
  readonly ask: (text: string, words: string) => Promise<boolean>
  readonly answer: (question: RemarkId, text: string) => Promise<boolean>
}

export function useQuestions(open: OpenAudit, about: () => FindingId | MeasureId): Questions {
  const { t } = useI18n()
  const { newId } = useIds()
  const momentOf = useMomentWords()

  const questions = computed(() => {
    const said = remarksOf(open.audit.value, about())
    return said
      .filter((remark) => remarkOf(remark)?.type === 'question')
      .map((question) => ({
        ...viewOf(question),
        answers: said.filter((remark) => remarkOf(remark)?.replyTo === question.id).map(viewOf),
      }))
  })

  function viewOf({ id, remark }: Remark): SaidView {
    const made = remark.values[0]
    if (made === undefined) return { id, by: '', text: '' }
    const at = momentOf(made.at, made.offset, 'moment')
    return { id, by: t('measure.verification.by', { who: open.nameOf(made.author), at }), text: made.content.body.text }
  }

  return {
    questions,
    ask: (text, words) =>
      open.record(() => drafts(decideRemark(newRemarkId(newId()), { about: about(), type: 'question', text })), words),
    answer: (question, text) =>
      open.record(
        () => drafts(decideAnswerQuestion(open.audit.value, newRemarkId(newId()), { question, text })),
        t('measure.words.answered'),
      ),
  }
}

const drafts = (decided: Result<readonly AuditDraft[], string>) => (decided.ok ? decided.value : [])
