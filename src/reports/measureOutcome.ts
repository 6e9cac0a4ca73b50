// 措置分類 and 措置日（予定日） of a finding as its reports print them, cut where a narrow column may break.
import type { Measure } from '../domain/audit/Audit.ts'
import { measureClassLines, type ClassSource } from './classNames.ts'
import { classifyMeasures } from './follow-up/classifyMeasures.ts'
import { followUpLabels } from './follow-up/followUpLabels.ts'
import { splitDate } from './follow-up/splitDate.ts'

export interface PrintedOutcome {
  /** Empty where it does not follow from the measures. */
  readonly measureClass: readonly string[]
  /** In brackets where it is planned. */
  readonly measureDate: readonly string[]
}

export function measureOutcome(measures: readonly Measure[], source: ClassSource): PrintedOutcome {
  const { language } = source
  const labels = followUpLabels[language]
  const outcome = classifyMeasures(measures)
  if (outcome === undefined) return { measureClass: [], measureDate: [] }
  const measureClass = measureClassLines(outcome.class, source)
  if (outcome.on === undefined) return { measureClass, measureDate: [] }
  const lines = splitDate(outcome.on, language)
  return { measureClass, measureDate: outcome.class === 'planned' ? labels.planned(lines) : lines }
}
