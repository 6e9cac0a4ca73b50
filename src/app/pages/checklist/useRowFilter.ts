// Which questions a filter shows, by how the audit stands now.
import { computed } from 'vue'
import { answerMarks, questionKey, questionKeyOf } from '../../components/checklist/answerMarks.ts'
import type { RowFilter } from '../../components/checklist/RowFilter.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { hasFailing } from '../../../domain/audit/draftFinding.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { questionStatus } from '../../../domain/audit/questionStatus.ts'

export function useRowFilter(open: OpenAudit): (place: QuestionPlace, by: RowFilter) => boolean {
  const { audit } = open
  const marks = computed(() => answerMarks(audit.value))
  const inConflict = computed(() => new Set(open.conflicts.value.map(({ entity }) => questionKeyOf(entity))))

  return function isHit({ template, question }: QuestionPlace, by: RowFilter): boolean {
    switch (by) {
      case 'all':
        return true
      case 'unanswered':
        return questionStatus(audit.value, template.id, question).state !== 'judged'
      case 'failing':
        return hasFailing(audit.value, template, question)
      case 'noted':
        return marks.value.noted.has(questionKey(template.id, question.id))
      case 'evidence':
        return marks.value.evidenced.has(questionKey(template.id, question.id))
      case 'conflict':
        return inConflict.value.has(questionKey(template.id, question.id))
    }
  }
}
