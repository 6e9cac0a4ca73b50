// The report of the open audit, always as the audit reads now, with what puts it on the screen. Loaded with its page only.
import { computed } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { buildFollowUpReport } from '../../reports/follow-up/buildFollowUpReport.ts'
import { mountFollowUpReport } from '../../reports/follow-up/mountFollowUpReport.ts'
import '../../reports/follow-up/followUp.css'

export function useFollowUpReport({ audit }: OpenAudit) {
  const language = useLanguage()
  const report = computed(() => buildFollowUpReport(audit.value, language.value))
  return {
    report,
    mount: computed(() => {
      const built = report.value
      return (host: HTMLElement) => mountFollowUpReport(host, built)
    }),
  }
}
