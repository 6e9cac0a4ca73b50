// One issued finding in the words of the unit's lists.
import { useClock } from './useClock.ts'
import { isPast } from '../components/measure/MeasureClass.ts'
import type { UnitRow } from '../components/unit/UnitRow.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { IssuedFinding } from '../../domain/audit/IssuedFinding.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

interface AuditOfRow {
  readonly stream: string
  readonly chapter: number
}

export function useUnitRow(): (audit: AuditOfRow, finding: IssuedFinding) => UnitRow {
  const language = useLanguage()
  const { today } = useClock()
  return ({ stream, chapter }, { finding, item, subject, demand, state, plannedOn }) => {
    const key = finding.slice('finding:'.length)
    return {
      key,
      number: findingNumber(chapter, item, language.value),
      ...{ subject, demand, state },
      due: plannedOn === null ? '' : formatWareki(plannedOn, language.value, 'ui'),
      isOverdue: plannedOn !== null && isPast(plannedOn, today.value),
      to: { name: 'unit', params: { stream, finding: key } },
    }
  }
}
