// A measure as it is read: its lines as the report prints them, its class and date, who answers for it.
import { computed, type ComputedRef } from 'vue'
import type { MeasureSchedule } from '../components/measure/MeasureClass.ts'
import { scheduleOf } from '../components/measure/MeasureClass.ts'
import { useClassChoices } from './useClassChoices.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { Measure } from '../../domain/audit/Audit.ts'
import type { MeasureType } from '../../domain/audit/auditVocabulary.ts'
import { placeOf } from '../../domain/audit/measure.ts'
import { printedBullets } from '../../reports/printedText.ts'

export interface ReadMeasure {
  readonly type: MeasureType
  readonly bullets: readonly string[]
  readonly schedule: MeasureSchedule
  readonly classWord: string
  readonly owner: string
}

export function useMeasureSheet(measure: () => Measure): ComputedRef<ReadMeasure> {
  const language = useLanguage()
  const { measureClassWord } = useClassChoices()
  return computed(() => {
    const read = measure()
    const schedule = scheduleOf(read)
    const text = read.text.values.map(({ content }) => content.body.text).join('\n')
    return {
      type: placeOf(read)?.type ?? 'correction',
      bullets: printedBullets(text, language.value),
      schedule,
      classWord: schedule.measureClass === null ? '' : measureClassWord(schedule.measureClass),
      owner: read.owner.values.map(({ content }) => content.body.owner).join(' / '),
    }
  })
}
