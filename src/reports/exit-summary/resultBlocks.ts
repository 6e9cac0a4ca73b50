// What the checks gave: counts for each section, and what was in order.
import type { Audit } from '../../domain/audit/Audit.ts'
import { progressOf, sectionProgress, type Progress } from '../../domain/audit/progressOf.ts'
import type { Language } from '../../domain/template/Localised.ts'
import type { Template } from '../../domain/template/Template.ts'
import { formatCount } from '../../domain/text/formatCount.ts'
import { boldParagraph, bulletParagraph, plainParagraph, textCell } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Cell, ParagraphBlock, TableBlock } from '../ReportDocument.ts'
import { countColumns, exitSummaryLabels, type CountColumn } from './exitSummaryLabels.ts'

const sectionWidth = 37
const countWidth = 9

export function resultTable(audit: Audit, templates: readonly Template[], language: Language): TableBlock {
  const labels = exitSummaryLabels[language]
  return {
    type: 'table',
    name: labels.parts.results,
    hasRowHeads: true,
    columns: [
      { label: labels.section, width: sectionWidth },
      ...countColumns.map((column) => ({ label: labels.columns[column], width: countWidth })),
    ],
    rows: [
      ...templates.flatMap((template) => [
        countRow(template.title[language], progressOf(audit, [template]), { language, isTotal: true }),
        ...template.sections.map((section) =>
          countRow(section.title[language], sectionProgress(audit, template.id, section), { language }),
        ),
      ]),
      ...(templates.length > 1
        ? [countRow(labels.totalRow, progressOf(audit, templates), { language, isTotal: true })]
        : []),
    ],
  }
}

function countRow(
  name: string,
  progress: Progress,
  { language, isTotal = false }: { readonly language: Language; readonly isTotal?: boolean },
): readonly Cell[] {
  const text = printedText(name, language)
  const head: Cell = isTotal ? { paragraphs: [boldParagraph(text)] } : { paragraphs: [bulletParagraph(text)] }
  const counts = countColumns.map((column): Cell => {
    const count = formatCount(countOf(progress, column), language, 'report')
    return isTotal ? { paragraphs: [boldParagraph(count)], align: 'end' } : { ...textCell(count), align: 'end' }
  })
  return [head, ...counts]
}

function countOf(progress: Progress, column: CountColumn): number {
  if (column === 'total') return progress.total
  if (column === 'open') return progress.unanswered + progress.conflicts
  return progress.byJudgement[column]
}

/** Sections in which everything that applies conforms; where there is none, how much of it all does. */
export function goodBlock(audit: Audit, templates: readonly Template[], language: Language): ParagraphBlock {
  const labels = exitSummaryLabels[language]
  const counted = (count: number) => formatCount(count, language, 'report')
  const good = templates.flatMap((template) =>
    template.sections.flatMap((section) => {
      const { total, byJudgement } = sectionProgress(audit, template.id, section)
      const isGood = byJudgement.conforming > 0 && byJudgement.conforming + byJudgement['not-applicable'] === total
      const name = printedText(section.title[language], language)
      return isGood ? [labels.allGood(name, counted(byJudgement.conforming))] : []
    }),
  )
  if (good.length > 0) return { type: 'paragraph', paragraphs: good.map(bulletParagraph) }
  const { byJudgement, answered } = progressOf(audit, templates)
  const { conforming } = byJudgement
  const share = conforming === 0 ? labels.nothingGood : labels.someGood(counted(conforming), counted(answered))
  return { type: 'paragraph', paragraphs: [plainParagraph(share)] }
}
