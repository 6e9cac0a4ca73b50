// Which names of the organisation's own the follow-up report prints: what a publication is bound to beside the audit [A28].
import { classifyMeasures } from './classifyMeasures.ts'
import type { Audit } from '../../domain/audit/Audit.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { printedFindings, type PrintedName, type PrintedNames } from '../../domain/audit/publication.ts'
import type { ClassListName } from '../../domain/library/Library.ts'
import { renamedLabel } from '../../domain/library/readLibrary.ts'
import { settledValue } from '../../domain/oplog/Register.ts'
import type { ReportSource } from '../ReportSource.ts'

export function printedNames(audit: Audit, library: ReportSource['library']): PrintedNames {
  const findings = printedFindings(audit)
  const classes = findings.map((finding) => settledValue(finding.class)?.body.class ?? 'finding')
  const outcomes = findings.map(({ id }) => classifyMeasures(measuresOf(audit, id))?.class)
  const named = (list: ClassListName, codes: readonly string[]): PrintedNames =>
    [...new Set(codes)]
      .sort()
      .map((code): PrintedName => {
        const nameIn = (language: 'ja' | 'en') => renamedLabel(library, { list, code, language }) ?? null
        return { list, code, ja: nameIn('ja'), en: nameIn('en') }
      })
      .filter(({ ja, en }) => ja !== null || en !== null)
  return [
    ...named('findingClasses', classes),
    ...named(
      'measureClasses',
      outcomes.filter((outcome) => outcome !== undefined),
    ),
  ]
}
