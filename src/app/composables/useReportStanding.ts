// How far the follow-up report is on its way: issued, published, changed since.
import { computed } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useLibrary } from './useLibrary.ts'
import { sha256 } from '../../device/sha256.ts'
import { issueOf } from '../../domain/audit/issue.ts'
import { publicationStateOf } from '../../domain/audit/publication.ts'
import { printedNames } from '../../reports/follow-up/printedNames.ts'

export function useReportStanding(open: OpenAudit) {
  const library = useLibrary()
  return {
    isIssued: computed(() => issueOf(open.audit.value) !== undefined),
    publication: computed(() => {
      const audit = open.audit.value
      return publicationStateOf(audit, sha256, printedNames(audit, library.value))
    }),
  }
}
