// The follow-up report of the open audit, always as the audit reads now, with what puts it on the screen. Loaded with its page only.
import { computed } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { buildFollowUpReport } from '../../reports/follow-up/buildFollowUpReport.ts'
import { layOutFollowUpReport } from '../../reports/follow-up/layOutFollowUpReport.ts'
import { mountReport } from '../../reports/page/mountReport.ts'
import '../../reports/page/sheet.css'
import '../../reports/follow-up/followUp.css'

export function useFollowUpReport({ audit }: OpenAudit) {
  const language = useLanguage()
  const report = computed(() => buildFollowUpReport(audit.value, language.value))
  return {
    report,
    mount: computed(() => {
      const { draftMark, isDraft, reportNumber: pageLabel } = report.value
      const built = { tree: layOutFollowUpReport(report.value), draftMark, isDraft, pageLabel }
      return (host: HTMLElement) => mountReport(host, { ...built, orientation: 'portrait' })
    }),
  }
}
