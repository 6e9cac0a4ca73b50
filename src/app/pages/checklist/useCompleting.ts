// 点検を完了: what is asked before, and where it leads to.
import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import { reasonsMissing } from '../../components/checklist/reasonsMissing.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import type { Answering } from './useAnswering.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { auditStateOf } from '../../../domain/audit/summariseAudit.ts'

interface CompletingParts {
  readonly answering: Answering
  readonly places: () => readonly QuestionPlace[]
  readonly show: (id: string) => void
}

export function useCompleting(open: OpenAudit, { answering, places, show }: CompletingParts) {
  const router = useRouter()
  const isAsking = ref(false)
  const findingsPlace = { name: 'finding', params: { stream: open.stream } }

  const complete = async (): Promise<void> => {
    isAsking.value = false
    if (await answering.advance('drafting')) await router.push(findingsPlace)
  }
  const leaveFor = (id: string | undefined): void => {
    isAsking.value = false
    if (id !== undefined) show(id)
  }

  return {
    isAsking,
    findingsPlace,
    isComplete: computed(() => !['preparing', 'fieldwork'].includes(auditStateOf(open.audit.value))),
    unreasoned: computed(() =>
      isAsking.value ? reasonsMissing(open.audit.value, places()).map(({ question }) => question.id) : [],
    ),
    complete,
    leaveFor,
  }
}
