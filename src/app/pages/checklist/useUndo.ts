// 元に戻す: by its button and by its key. Says when it was refused because somebody has changed the same since.
import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useKeys } from '../../composables/useKeys.ts'
import { parseAnswerEntity } from '../../../domain/audit/entityIds.ts'
import type { QuestionId } from '../../../domain/template/Template.ts'

/** Long enough to read a sentence twice. */
const noticeMs = 8_000

export interface Undo {
  readonly notice: Readonly<Ref<string | undefined>>
  /** Takes back so many changes one after the other, the last one if nothing is said. */
  readonly undo: (count?: number) => Promise<void>
}

interface UndoOptions {
  /** Takes the first question whose answer is another now. */
  readonly show?: (question: QuestionId) => void
  /** Whether the key does it too; it does. */
  readonly hasKey?: boolean
}

export function useUndo(open: OpenAudit, { show, hasKey = true }: UndoOptions = {}): Undo {
  const { t } = useI18n()
  const notice = ref<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** How many could be taken back; what somebody else has changed since ends it. */
  async function undoEach(count: number): Promise<number> {
    for (let done = 0; done < count; done += 1) if (!(await open.undo())) return done
    return count
  }

  async function undo(count = 1): Promise<void> {
    clearTimeout(timer)
    const before = new Map(open.audit.value.answers)
    const done = await undoEach(count)
    notice.value = done === count ? undefined : t(done === 0 ? 'checklist.undoRefused' : 'undo.stopped', { done })
    timer = setTimeout(() => (notice.value = undefined), noticeMs)
    const changed = [...open.audit.value.answers.values()].find((answer) => before.get(answer.id) !== answer)
    const question = changed === undefined ? undefined : parseAnswerEntity(changed.id)?.question
    if (question !== undefined) show?.(question)
  }

  if (hasKey) useKeys({ undo: () => open.undoOffer.value && void undo() })

  onScopeDispose(() => clearTimeout(timer))
  return { notice: readonly(notice), undo }
}
