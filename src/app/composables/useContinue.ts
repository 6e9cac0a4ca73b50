// Which audit the home screen offers to carry on with, and where: two taps from opening the app to answering.
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { ListedAudit } from './useAuditList.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { ContinueLinks, NextQuestion } from '../components/home/ContinueLinks.ts'
import { readLastAudit } from '../../device/lastAudit.ts'
import { questionPlaces } from '../../domain/audit/progressOf.ts'
import { builtinTemplates } from '../../domain/template/builtinTemplates.ts'

export interface Continue {
  readonly current: ComputedRef<ListedAudit | undefined>
  /** null when everything is answered. */
  readonly next: ComputedRef<NextQuestion | null>
  readonly links: ComputedRef<ContinueLinks | undefined>
}

export function useContinue(audits: Readonly<ShallowRef<readonly ListedAudit[] | undefined>>): Continue {
  const language = useLanguage()
  const current = computed(() => currentOf(audits.value ?? []))
  const next = computed((): NextQuestion | null => {
    const wanted = current.value?.summary.next
    const place =
      wanted &&
      questionPlaces(builtinTemplates).find(
        ({ template, question }) => template.id === wanted.template && question.id === wanted.question,
      )
    if (current.value === undefined || !place) return null
    const { section, question } = place
    return {
      number: question.id,
      section: section.title[language.value],
      question: question.text[language.value],
      to: { name: 'checklist', params: { stream: current.value.stream, question: question.id } },
    }
  })
  const links = computed((): ContinueLinks | undefined => {
    if (current.value === undefined) return undefined
    const params = { stream: current.value.stream }
    return {
      checklist: { name: 'checklist', params },
      media: { name: 'media', params },
      findings: { name: 'finding', params },
      readiness: { name: 'readiness', params },
    }
  })
  return { current, next, links }
}

/** The audit last opened here while it is in the works; else one that is. */
function currentOf(audits: readonly ListedAudit[]): ListedAudit | undefined {
  const inWork = audits.filter(({ summary }) => !['reported', 'published'].includes(summary.state))
  const last = readLastAudit()
  return (
    inWork.find(({ stream }) => stream === last) ??
    inWork.find(({ summary }) => summary.state === 'fieldwork') ??
    inWork[0]
  )
}
