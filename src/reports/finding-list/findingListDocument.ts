// 指摘一覧: one line a finding, withdrawn ones included, as numbers are never used again. Pure.
// Where people disagree it says so in print and picks no side.
import type { Audit, Finding } from '../../domain/audit/Audit.ts'
import {
  chapterOf,
  findingNumbers,
  findingsInOrder,
  isWithdrawn,
  withdrawalReason,
} from '../../domain/audit/findingOrder.ts'
import { findingStageOf } from '../../domain/audit/findingStage.ts'
import { isNumbered } from '../../domain/audit/issue.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { labelOf, renamedLabel } from '../../domain/library/readLibrary.ts'
import { must } from '../../domain/must.ts'
import { isInConflict, settledValue } from '../../domain/oplog/Register.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { formatCount } from '../../domain/text/formatCount.ts'
import { fileNameOf } from '../fileNameOf.ts'
import { classifyMeasures, type MeasureClass } from '../follow-up/classifyMeasures.ts'
import { findingStageName, measureClassName } from '../classNames.ts'
import { classWord, repeatWords, severityWord } from '../findingWords.ts'
import { followUpLabels } from '../follow-up/followUpLabels.ts'
import { headerLines, reportNumberOf } from '../headerLines.ts'
import { measureOutcome } from '../measureOutcome.ts'
import { plainParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Cell, Fact, Paragraph, ReportDocument, TableBlock } from '../ReportDocument.ts'
import { reportLabels } from '../reportLabels.ts'
import type { ReportSource } from '../ReportSource.ts'
import { findingListColumns, findingListLabels, type FindingListColumn } from './findingListLabels.ts'

/** Percent of a page that lies on its side. */
const widths: Readonly<Record<FindingListColumn, number>> = {
  number: 7,
  title: 26,
  demand: 8,
  class: 7,
  severity: 7,
  unit: 10,
  stage: 10,
  measureClass: 7,
  measureDate: 8,
  repeat: 10,
}

export function findingListDocument(source: ReportSource): ReportDocument {
  const { audit, language } = source
  const labels = findingListLabels[language]
  const findings = findingsInOrder(audit)
  const isDraft = isStillDraft(audit, findings)
  const { draftMark } = reportLabels[language]
  const reportNumber = reportNumberOf(audit, language)
  return {
    language,
    title: labels.title,
    draftMark,
    isDraft,
    pageLabel: reportNumber,
    fileName: fileNameOf([reportNumber, labels.title, isDraft ? draftMark : '']),
    orientation: 'landscape',
    header: headerLines(audit, ['report-number', 'subject', 'unit', 'notice'], language),
    blocks:
      findings.length === 0
        ? [{ type: 'paragraph', paragraphs: [plainParagraph(labels.empty)] }]
        : [{ type: 'facts', entries: countFacts(source, findings) }, listTable(source, findings)],
  }
}

/** A number may still change, or a text of it is not decided. */
function isStillDraft(audit: Audit, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) => !isNumbered(audit, finding.id) || isInConflict(finding.title) || isInConflict(finding.class),
  )
}

function countFacts(source: ReportSource, findings: readonly Finding[]): readonly Fact[] {
  const { audit, language } = source
  const labels = findingListLabels[language]
  const words = reportLabels[language]
  const standing = findings.filter((finding) => !isWithdrawn(finding))
  const counted = (count: number) => formatCount(count, language, 'report')
  const counts = classCounts(source, standing, counted(findings.length - standing.length))
  const outcomes = standing.map((finding) => classifyMeasures(measuresOf(audit, finding.id))?.class)
  const measureClasses: readonly (readonly [MeasureClass | undefined, string])[] = [
    ['done', measureClassName('done', source)],
    ['planned', measureClassName('planned', source)],
    ['considered', measureClassName('considered', source)],
    ['declined', measureClassName('declined', source)],
    [undefined, labels.measureOpen],
  ]
  const measures = measureClasses.map(([outcome, word]) =>
    labels.measureText(word, counted(outcomes.filter((each) => each === outcome).length)),
  )
  return [
    { label: labels.counts, paragraphs: [plainParagraph(counts)] },
    { label: labels.measures, paragraphs: [plainParagraph(words.joined(measures))] },
  ]
}

function listTable(source: ReportSource, findings: readonly Finding[]): TableBlock {
  const { audit, language } = source
  const labels = findingListLabels[language]
  const numbers = findingNumbers(audit)
  return {
    type: 'table',
    name: labels.title,
    hasRowHeads: true,
    columns: findingListColumns.map((column) => ({ label: labels.columns[column], width: widths[column] })),
    rows: findings.map((finding) => {
      const item = must(numbers.get(finding.id), 'number of a finding')
      const cells = cellsOf(source, finding)
      return [shortCell([findingNumber(chapterOf(audit), item, language)]), ...cells]
    }),
  }
}

/** In the order of the organisation's list; a class that the form does not know is counted by its own name. */
function classCounts(source: ReportSource, standing: readonly Finding[], withdrawn: string): string {
  const { language, library } = source
  const labels = findingListLabels[language]
  const counted = (count: number) => formatCount(count, language, 'report')
  const codes = standing.map((finding) => settledValue(finding.class)?.body.class ?? 'finding')
  const countOf = (code: string) => counted(codes.filter((each) => each === code).length)
  const isOfForm = codes.every((code) => isFormClass(code, source))
  if (isOfForm) return labels.countsText({ findings: countOf('finding'), opinions: countOf('opinion'), withdrawn })
  const known = library.findingClasses.map(({ code }) => code)
  const used = [...new Set([...known, ...codes])].filter((code) => codes.includes(code))
  const each = used.map((code) => labels.measureText(labelOf(library.findingClasses, code, language), countOf(code)))
  return reportLabels[language].joined([...each, labels.measureText(labels.withdrawn, withdrawn)])
}

function isFormClass(code: string, { language, library }: ReportSource): boolean {
  const isKnown = code === 'finding' || code === 'opinion'
  return isKnown && renamedLabel(library, { list: 'findingClasses', code, language }) === undefined
}

function cellsOf(source: ReportSource, finding: Finding): readonly Cell[] {
  const { audit, language } = source
  const words = reportLabels[language]
  const titled = settledValue(finding.title)?.body
  const { measureClass, measureDate } = measureOutcome(measuresOf(audit, finding.id), source)
  return [
    { paragraphs: titleOf(finding, language) },
    shortCell([titled === undefined ? words.unsettled : words.demand[titled.demand]]),
    shortCell([classWord(finding, source)]),
    shortCell([severityWord(finding, source)].filter((word) => word !== '')),
    textCell(printedText(audit.header.unit.values.map(({ content }) => content.body.unit).join('／'), language)),
    stageCell(source, finding),
    shortCell(isWithdrawn(finding) ? [] : measureClass),
    shortCell(isWithdrawn(finding) ? [] : measureDate),
    { paragraphs: repeatWords(finding, source).map(plainParagraph) },
  ]
}

/** Every version of it where there are several. */
function titleOf({ title }: Finding, language: Language): readonly Paragraph[] {
  const subjects = title.values.map(({ content }) => printedText(content.body.subject, language))
  const written = subjects.map((subject) => subject || findingListLabels[language].untitled)
  const marked = isInConflict(title) ? [followUpLabels[language].unsettled(subjects.length), ...written] : written
  return (marked.length === 0 ? [findingListLabels[language].untitled] : marked).map(plainParagraph)
}

function stageCell(source: ReportSource, finding: Finding): Cell {
  const { audit, language, hash } = source
  const word = findingStageName(findingStageOf(audit, finding, hash), source)
  const reason = printedText(withdrawalReason(finding), language)
  return { paragraphs: [word, reason].filter((text) => text !== '').map(plainParagraph) }
}
