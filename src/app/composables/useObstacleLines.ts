// What stands in the way of issuing or publishing, as sentences, each with the way to where it is put right.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { OpenAudit } from './OpenAudit.ts'
import { usePlaceWords } from './usePlaceWords.ts'
import type { ObstacleLine } from '../components/issue/ObstacleLine.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { chapterOf, findingNumbers } from '../../domain/audit/findingOrder.ts'
import type { IssueObstacle } from '../../domain/audit/issueObstacles.ts'
import type { PublishObstacle } from '../../domain/audit/publishObstacles.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

type Obstacle = IssueObstacle | PublishObstacle

export function useObstacleLines(
  open: OpenAudit,
  list: () => readonly Obstacle[],
): ComputedRef<readonly ObstacleLine[]> {
  const { t } = useI18n()
  const language = useLanguage()
  const describe = usePlaceWords(open)
  const params = { stream: open.stream }

  return computed(() => {
    // The state changes in place; the audit's view tells of every change.
    const audit = open.audit.value
    const numbers = findingNumbers(audit)
    return list().map((obstacle, index) => ({
      key: `${obstacle.code} ${obstacle.entity} ${String(index)}`,
      words: t(`issue.obstacle.${obstacle.code}`, {
        number:
          obstacle.finding === undefined
            ? ''
            : findingNumber(chapterOf(audit), numbers.get(obstacle.finding) ?? 0, language.value),
        place: describe(obstacle.entity).place,
        field: obstacle.register === undefined ? '' : t(`conflict.register.${obstacle.register}`),
      }),
      isConflict: obstacle.code === 'conflict',
      to: wayTo(obstacle),
    }))
  })

  function wayTo({ code, finding, entity }: Obstacle): RouteLocationRaw | undefined {
    if (finding !== undefined) return wayToFinding(code, finding.slice('finding:'.length))
    switch (code) {
      case 'late-entry':
        return { name: 'sign-off', params, hash: '#late' }
      case 'conflict':
        return describe(entity).to ?? { name: 'conflicts', params }
      case 'nothing-to-issue':
      case 'nothing-to-publish':
        return { name: 'finding', params: { ...params, finding: '' } }
      case 'report-number-missing':
      case 'unit-missing':
      case 'visit-date-missing':
      case 'notice-missing':
        return { name: 'details', params }
      default:
        return undefined
    }
  }

  function wayToFinding(code: Obstacle['code'], finding: string): RouteLocationRaw {
    switch (code) {
      case 'number-provisional':
        return { name: 'issue', params }
      // The unit's own screen, where its measures are handed in.
      case 'not-submitted':
      case 'changed-since-submission':
        return { name: 'unit', params: { ...params, finding } }
      default:
        return { name: 'finding', params: { ...params, finding } }
    }
  }
}
