// The heading of a finding as printed: 「…について是正を求めたもの」.
import type { Finding } from '../domain/audit/Audit.ts'
import { isInConflict, settledValue } from '../domain/oplog/Register.ts'
import type { Language } from '../domain/template/Localised.ts'
import { followUpLabels } from './follow-up/followUpLabels.ts'
import { printedText } from './printedText.ts'

export function findingHeading({ title }: Finding, language: Language): string {
  const labels = followUpLabels[language]
  if (isInConflict(title)) return labels.unsettled(title.values.length)
  const { subject, demand } = settledValue(title)?.body ?? { subject: '', demand: 'improve' }
  return printedText(labels.heading(subject.trim(), demand), language)
}
