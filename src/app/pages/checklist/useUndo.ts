// 元に戻す: says when it was refused because somebody has changed the same since, and which question it has changed back.
import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { parseAnswerEntity } from '../../../domain/audit/entityIds.ts'
import type { QuestionId } from '../../../domain/template/Template.ts'

/** Long enough to read a sentence twice. */
const noticeMs = 8_000

export interface Undo {
  readonly notice: Readonly<Ref<string | undefined>>
  /** The first question whose answer is another now; undefined where no answer changed. */
  readonly undo: () => Promise<QuestionId | undefined>
}

export function useUndo(open: OpenAudit): Undo {
  const { t } = useI18n()
  const notice = ref<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function undo(): Promise<QuestionId | undefined> {
    clearTimeout(timer)
    const before = new Map(open.audit.value.answers)
    notice.value = (await open.undo()) ? undefined : t('checklist.undoRefused')
    timer = setTimeout(() => (notice.value = undefined), noticeMs)
    const changed = [...open.audit.value.answers.values()].find((answer) => before.get(answer.id) !== answer)
    return changed === undefined ? undefined : parseAnswerEntity(changed.id)?.question
  }

  onScopeDispose(() => clearTimeout(timer))
  return { notice: readonly(notice), undo }
}
