// How far the follow-up report is on its way: issued, published, changed since.
import { computed } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { sha256 } from '../../device/sha256.ts'
import { issueOf } from '../../domain/audit/issue.ts'
import { publicationStateOf } from '../../domain/audit/publication.ts'

export function useReportStanding(open: OpenAudit) {
  return {
    isIssued: computed(() => issueOf(open.audit.value) !== undefined),
    publication: computed(() => publicationStateOf(open.audit.value, sha256)),
  }
}
