// One finding of the open audit for the parts of its page: what it holds now, its number in words, and how changes to it are recorded.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { Finding } from '../../../domain/audit/Audit.ts'
import type { FindingId } from '../../../domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../../domain/audit/findingOrder.ts'
import { must } from '../../../domain/must.ts'
import { findingNumber } from '../../../domain/text/findingNumber.ts'

export interface OpenFinding {
  readonly finding: ComputedRef<Finding>
  readonly number: ComputedRef<string>
}

/** The finding must be there: the page shows its parts only for one that is. */
export function useFinding({ audit }: OpenAudit, id: () => FindingId): OpenFinding {
  const language = useLanguage()
  return {
    finding: computed(() => must(audit.value.findings.get(id()), `finding ${id()}`)),
    number: computed(() =>
      findingNumber(chapterOf(audit.value), findingNumbers(audit.value).get(id()) ?? 0, language.value),
    ),
  }
}
