// 元に戻す, and what is said when it is refused because somebody has changed the same since.
import { onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from '../../composables/OpenAudit.ts'

/** Long enough to read a sentence twice. */
const noticeMs = 8_000

export function useUndo(open: OpenAudit) {
  const { t } = useI18n()
  const notice = ref<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function undo(): Promise<void> {
    clearTimeout(timer)
    notice.value = (await open.undo()) ? undefined : t('checklist.undoRefused')
    timer = setTimeout(() => (notice.value = undefined), noticeMs)
  }

  onScopeDispose(() => clearTimeout(timer))
  return { notice, undo }
}
