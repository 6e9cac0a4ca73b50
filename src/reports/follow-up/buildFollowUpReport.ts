// From an audit to its 措置状況報告書, nothing retyped. Pure: the same audit gives the same report on tablet and server.
// Where people disagree it says so in print and picks no side.
import type { Audit, Finding } from '../../domain/audit/Audit.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { readLibrary } from '../../domain/library/readLibrary.ts'
import { must } from '../../domain/must.ts'
import { isInConflict, settledValue } from '../../domain/oplog/Register.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { itemNumber } from '../../domain/text/itemNumber.ts'
import { findingHeading } from '../findingHeading.ts'
import { recommendationHead, type ClassSource } from '../classNames.ts'
import { measureOutcome } from '../measureOutcome.ts'
import { printedBullets, printedLines, printedText } from '../printedText.ts'
import { followUpLabels, type FollowUpLabels } from './followUpLabels.ts'
import type { FollowUpReport, FollowUpRow } from './FollowUpReport.ts'
import { headerFields, type HeaderField } from './headerFields.ts'
import type { ReportSource } from '../ReportSource.ts'
import { listReportProblems } from './listReportProblems.ts'

/** `library`: what the organisation calls its classes; without it, as they are built in. */
export function buildFollowUpReport(
  audit: Audit,
  language: Language,
  library: ReportSource['library'] = readLibrary(),
): FollowUpReport {
  const labels = followUpLabels[language]
  const problems = listReportProblems(audit, language)
  const values = headerValues(audit, language)
  return {
    language,
    title: labels.title,
    draftMark: labels.draftMark,
    isDraft: problems.length > 0,
    reportNumber: values['report-number'],
    header: headerFields.map((field) => ({ field, label: labels.header[field], value: values[field] })),
    columns: labels.columns,
    rows: buildRows(audit, { language, library }),
    problems,
  }
}

function headerValues({ header }: Audit, language: Language): Readonly<Record<HeaderField, string>> {
  const notice = settledValue(header.notice)?.body.receivedOn ?? null
  const { unsettled } = followUpLabels[language]
  const print = (register: { readonly values: readonly unknown[] }, text: string | undefined) =>
    isInConflict(register) ? unsettled(register.values.length) : printedText(text ?? '', language)
  return {
    'report-number': print(header.reportNo, settledValue(header.reportNo)?.body.reportNo),
    subject: print(header.subject, settledValue(header.subject)?.body.subject),
    unit: print(header.unit, settledValue(header.unit)?.body.unit),
    notice: print(header.notice, notice === null ? '' : formatWareki(notice, language, 'report')),
  }
}

/** Withdrawn findings are not printed and keep their number: the next one is not moved up. */
function buildRows(audit: Audit, source: ClassSource): readonly FollowUpRow[] {
  const numbers = findingNumbers(audit)
  return findingsInOrder(audit)
    .filter((finding) => !isWithdrawn(finding))
    .map((finding) => buildRow({ audit, finding, item: must(numbers.get(finding.id), 'number of a finding') }, source))
}

interface NumberedFinding {
  readonly audit: Audit
  readonly finding: Finding
  readonly item: number
}

function buildRow({ audit, finding, item }: NumberedFinding, source: ClassSource): FollowUpRow {
  const { language } = source
  const labels = followUpLabels[language]
  const { lead, conditions, recommendation } = finding.parts
  const measures = measuresOf(audit, finding.id)
  return {
    finding: finding.id,
    number: findingNumber(chapterOf(audit), item, language),
    heading: { item: itemNumber(item, language), text: findingHeading(finding, language) },
    lead: printedLines(textOf(lead, labels), language),
    conditions: printedBullets(textOf(conditions, labels), language),
    recommendationHead: recommendationHead(settledValue(finding.class)?.body.class ?? 'finding', source),
    recommendation: printedLines(textOf(recommendation, labels), language),
    measures: measures.flatMap(({ text }) => printedBullets(textOf(text, labels), language)),
    ...measureOutcome(measures, source),
  }
}

interface ProseRegister {
  readonly values: readonly { readonly content: { readonly body: { readonly text: string } } }[]
}

function textOf({ values }: ProseRegister, labels: FollowUpLabels): string {
  return values.length > 1 ? labels.unsettled(values.length) : (values[0]?.content.body.text ?? '')
}
