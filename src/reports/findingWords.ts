// Class, severity and earlier finding of a finding in print. Where people disagree, each says so.
import type { Finding } from '../domain/audit/Audit.ts'
import { labelOf } from '../domain/library/readLibrary.ts'
import { isInConflict, settledValue } from '../domain/oplog/Register.ts'
import { printedText } from './printedText.ts'
import { reportLabels } from './reportLabels.ts'
import type { ReportSource } from './ReportSource.ts'

/** 指摘, where nobody has chosen another class. */
export function classWord(finding: Finding, { library, language }: ReportSource): string {
  if (isInConflict(finding.class)) return reportLabels[language].unsettled
  return labelOf(library.findingClasses, settledValue(finding.class)?.body.class ?? 'finding', language)
}

/** Empty where nobody has rated it. */
export function severityWord({ severity }: Finding, { library, language }: ReportSource): string {
  if (isInConflict(severity)) return reportLabels[language].unsettled
  const rated = settledValue(severity)?.body.severity ?? null
  return rated === null ? '' : labelOf(library.severities, rated, language)
}

/** The finding that it repeats, by its number and subject; empty where it repeats none. */
export function repeatWords({ repeat }: Finding, { language }: ReportSource): readonly string[] {
  const words = reportLabels[language]
  if (isInConflict(repeat)) return [words.unsettled]
  const repeated = settledValue(repeat)?.body.repeatOf ?? null
  if (repeated === null) return []
  return [words.repeat, printedText(`${repeated.number} ${repeated.subject}`, language)]
}
