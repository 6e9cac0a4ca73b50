// 監査講評: what is said at the end of a visit, on one or two pages. Pure. What is unanswered, not checked or not decided stands in it.
import type { Audit, Finding } from '../../domain/audit/Audit.ts'
import { askedItems } from '../../domain/audit/askedItems.ts'
import { chapterOf, findingNumbers, findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { pinnedTemplates } from '../../domain/audit/pinnedTemplates.ts'
import { progressOf } from '../../domain/audit/progressOf.ts'
import { compareDates } from '../../domain/calendar/compareDates.ts'
import type { DayOrMonth } from '../../domain/calendar/DayOrMonth.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import { must } from '../../domain/must.ts'
import { isInConflict, settledValue } from '../../domain/oplog/Register.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { rosterKinds, type Template } from '../../domain/template/Template.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { formatCount } from '../../domain/text/formatCount.ts'
import { fileNameOf } from '../fileNameOf.ts'
import { findingHeading } from '../findingHeading.ts'
import { classWord } from '../findingWords.ts'
import { followUpLabels } from '../follow-up/followUpLabels.ts'
import { headerLines, reportNumberOf } from '../headerLines.ts'
import { boldParagraph, plainParagraph, proseParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedLines, printedText } from '../printedText.ts'
import type { Cell, Fact, Paragraph, ReportBlock, ReportDocument, TableBlock } from '../ReportDocument.ts'
import { reportLabels } from '../reportLabels.ts'
import type { ReportSource } from '../ReportSource.ts'
import { exitSummaryLabels, nextSteps, type NextStep } from './exitSummaryLabels.ts'
import { openBlock } from './openBlock.ts'
import { goodBlock, resultTable } from './resultBlocks.ts'

/** With more findings than these the summary names them only, so that it stays on two pages. */
const mostInFull = 6
const findingWidths = [10, 66, 12, 12] as const
const stepWidths = [52, 26, 22] as const

export function exitSummaryDocument(source: ReportSource): ReportDocument {
  const { audit, language } = source
  const labels = exitSummaryLabels[language]
  const { draftMark } = reportLabels[language]
  const templates = pinnedTemplates(audit)
  const findings = findingsInOrder(audit).filter((finding) => !isWithdrawn(finding))
  const { unanswered, conflicts } = progressOf(audit, templates)
  const isDraft = unanswered + conflicts > 0 || findings.some(({ title }) => isInConflict(title))
  const part = (name: keyof typeof labels.parts): ReportBlock => ({
    type: 'heading',
    level: 1,
    text: labels.parts[name],
  })
  return {
    language,
    title: labels.title,
    draftMark,
    isDraft,
    pageLabel: reportNumberOf(audit, language),
    fileName: fileNameOf([reportNumberOf(audit, language), labels.title, isDraft ? draftMark : '']),
    orientation: 'portrait',
    header: headerLines(audit, ['subject', 'unit', 'visit', 'team'], language),
    blocks: [
      part('scope'),
      { type: 'facts', entries: scopeFacts(audit, templates, language) },
      part('results'),
      resultTable(audit, templates, language),
      part('good'),
      goodBlock(audit, templates, language),
      part('findings'),
      findings.length === 0
        ? { type: 'paragraph', paragraphs: [plainParagraph(labels.noFindings)] }
        : findingTable(source, findings),
      part('open'),
      openBlock(audit, templates, language),
      part('next'),
      stepTable(audit, findings, language),
      { type: 'paragraph', paragraphs: [plainParagraph(labels.preliminary)] },
    ],
  }
}

function scopeFacts(audit: Audit, templates: readonly Template[], language: Language): readonly Fact[] {
  const labels = exitSummaryLabels[language]
  const words = reportLabels[language]
  const counted = (count: number) => formatCount(count, language, 'report')
  const objects = rosterKinds.flatMap((roster) => {
    const count = askedItems(audit, roster).length
    return count === 0 ? [] : [labels.objectsOf(words.roster[roster], counted(count))]
  })
  const checklists = templates.map(({ title, version }) =>
    labels.version(printedText(title[language], language), counted(version)),
  )
  return [
    { label: labels.checklists, paragraphs: (checklists.length === 0 ? [words.none] : checklists).map(plainParagraph) },
    { label: labels.objects, paragraphs: [plainParagraph(words.joined(objects) || words.none)] },
  ]
}

function findingTable(source: ReportSource, findings: readonly Finding[]): TableBlock {
  const { audit, language } = source
  const labels = exitSummaryLabels[language]
  const words = reportLabels[language]
  const numbers = findingNumbers(audit)
  const isInFull = findings.length <= mostInFull
  return {
    type: 'table',
    name: labels.parts.findings,
    hasRowHeads: true,
    columns: findingWidths.map((width, index) => ({ label: labels.findingColumns[index] ?? [], width })),
    rows: findings.map((finding): readonly Cell[] => {
      const item = must(numbers.get(finding.id), 'number of a finding')
      const titled = settledValue(finding.title)?.body
      return [
        shortCell([findingNumber(chapterOf(audit), item, language)]),
        { paragraphs: shortly(finding, isInFull, language) },
        shortCell([titled === undefined ? words.unsettled : words.demand[titled.demand]]),
        shortCell([classWord(finding, source)]),
      ]
    }),
  }
}

function shortly(finding: Finding, isInFull: boolean, language: Language): readonly Paragraph[] {
  const heading = findingHeading(finding, language)
  if (!isInFull) return [plainParagraph(heading)]
  const { recommendation } = finding.parts
  const text = isInConflict(recommendation)
    ? followUpLabels[language].unsettled(recommendation.values.length)
    : (settledValue(recommendation)?.body.text ?? '')
  return [boldParagraph(heading), ...printedLines(text, language).map(proseParagraph)]
}

function stepTable(audit: Audit, findings: readonly Finding[], language: Language): TableBlock {
  const labels = exitSummaryLabels[language]
  return {
    type: 'table',
    name: labels.parts.next,
    hasRowHeads: false,
    columns: stepWidths.map((width, index) => ({ label: labels.stepColumns[index] ?? [], width })),
    rows: nextSteps.map((step) => {
      const [what, who] = labels.steps[step]
      const on = dateOf(audit, findings, step)
      const date = on === undefined ? labels.unknownDate : formatWareki(on, language, 'report')
      return [textCell(what), textCell(who), textCell(date)]
    }),
  }
}

/** Of what is known of it; of planned measures the last day. */
function dateOf(audit: Audit, findings: readonly Finding[], step: NextStep): DayOrMonth | undefined {
  if (step === 'measures') return settledValue(audit.header.notice)?.body.receivedOn ?? undefined
  if (step !== 'planned') return undefined
  const planned = findings.flatMap(({ id }) =>
    measuresOf(audit, id).flatMap(({ schedule }) => {
      const settled = settledValue(schedule)
      return settled?.kind === 'measure-planned' && settled.body.plannedOn !== null ? [settled.body.plannedOn] : []
    }),
  )
  return planned.sort(compareDates).at(-1)
}
