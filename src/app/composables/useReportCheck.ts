// The problems of the report as sentences, each with the way to where it is put right.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { OpenAudit } from './OpenAudit.ts'
import { usePlaceWords } from './usePlaceWords.ts'
import { useVoidedFacts } from './useVoidedFacts.ts'
import type { ReportCheckItem } from '../components/report/ReportCheckItem.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import type { ReportProblem } from '../../reports/follow-up/ReportProblem.ts'

export function useReportCheck(
  open: OpenAudit,
  problems: () => readonly ReportProblem[],
): ComputedRef<readonly ReportCheckItem[]> {
  const { t } = useI18n()
  const describe = usePlaceWords(open)
  const voided = useVoidedFacts(open)
  const params = { stream: open.stream }

  return computed(() => [
    ...problems().map((problem, index) => ({
      key: `${String(index)} ${problem.code}`,
      words: wordsOf(problem),
      isConflict: problem.code === 'conflict-open',
      to: wayTo(problem),
    })),
    ...voided.value,
  ])

  function wordsOf(problem: ReportProblem): string {
    const key = `report.problem.${problem.code}`
    switch (problem.code) {
      case 'conflict-open': {
        const { place } = describe(problem.entity)
        if (problem.field === 'existence') return t('report.problem.conflict-existence', { place })
        return t(key, { place, field: t(`conflict.register.${registerNames.get(problem.field) ?? problem.field}`) })
      }
      case 'header-missing':
        return t(key, { field: t(`report.header.${problem.field}`) })
      case 'findings-missing':
        return t(key)
      case 'part-missing':
      case 'blank-left':
        return t(key, { number: problem.finding.number, part: t(`report.part.${problem.part}`) })
      default:
        return t(key, { number: problem.finding.number })
    }
  }

  function wayTo(problem: ReportProblem): RouteLocationRaw {
    switch (problem.code) {
      case 'conflict-open':
        return problem.finding === undefined ? { name: 'conflicts', params } : findingTo(problem.finding.id)
      case 'header-missing':
        return { name: 'details', params }
      case 'findings-missing':
        return { name: 'finding', params }
      default:
        return findingTo(problem.finding.id)
    }
  }

  function findingTo(id: FindingId): RouteLocationRaw {
    return { name: 'finding', params: { ...params, finding: id.slice('finding:'.length) } }
  }
}

/** Fields whose name in the view differs from their register's name in the log. */
const registerNames: ReadonlyMap<string, string> = new Map([['reportNo', 'report-number']])
