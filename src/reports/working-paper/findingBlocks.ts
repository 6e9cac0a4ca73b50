// Every finding with its five parts, what it was raised from, its evidence and its measures; withdrawn ones too, with the reason.
import type { Finding, Measure } from '../../domain/audit/Audit.ts'
import { findingParts, type FindingPart } from '../../domain/audit/auditVocabulary.ts'
import { findingsInOrder } from '../../domain/audit/findingOrder.ts'
import { findingStageOf } from '../../domain/audit/findingStage.ts'
import { measuresOf, placeOf } from '../../domain/audit/measure.ts'
import { formatWareki } from '../../domain/calendar/formatWareki.ts'
import type { DayOrMonth } from '../../domain/calendar/DayOrMonth.ts'
import { labelOf } from '../../domain/library/readLibrary.ts'
import type { Language } from '../../domain/template/Localised.ts'
import { findingHeading } from '../findingHeading.ts'
import { findingStageName, measureClassName } from '../classNames.ts'
import { classWord } from '../findingWords.ts'
import { measureOutcome } from '../measureOutcome.ts'
import { boldParagraph, bulletParagraph, plainParagraph, shortCell, textCell } from '../paragraphs.ts'
import { printedBullets, printedLines, printedText } from '../printedText.ts'
import type { Cell, Fact, Paragraph, ReportBlock } from '../ReportDocument.ts'
import { evidenceWords, recordedBy, versions, whoAndWhen, type Paper, type ProseRegister } from './Paper.ts'
import { linkedQuestions } from './linkedQuestions.ts'
import { numberOf, questionWords } from './placeWords.ts'
import { reviewFacts, verificationParagraphs } from './reviewFacts.ts'

const widths = [12, 43, 12, 14, 19] as const

export function findingBlocks(paper: Paper): readonly ReportBlock[] {
  const findings = findingsInOrder(paper.audit)
  if (findings.length === 0) return [{ type: 'paragraph', paragraphs: [plainParagraph(paper.words.none)] }]
  return findings.flatMap((finding): readonly ReportBlock[] => {
    const number = numberOf(paper, finding.id)
    return [
      { type: 'heading', level: 2, text: `${number} ${findingHeading(finding, paper.language)}` },
      { type: 'facts', entries: factsOf(paper, finding) },
      ...measureBlocks(paper, finding, number),
    ]
  })
}

function factsOf(paper: Paper, finding: Finding): readonly Fact[] {
  const { labels, language, words } = paper
  const { findingFacts } = labels
  const fact = (label: string, paragraphs: readonly Paragraph[]): Fact => ({
    label,
    paragraphs: paragraphs.length === 0 ? [plainParagraph(words.missing)] : paragraphs,
  })
  const prose = (part: FindingPart) => {
    const register: ProseRegister = finding.parts[part]
    const print = part === 'conditions' ? printConditions : printProse
    return fact(
      findingFacts[part],
      versions(paper, register, ({ content }) => print(content.body.text, language)),
    )
  }
  return [
    ...titleVersions(paper, finding),
    fact(findingFacts.kind, kindParagraphs(paper, finding)),
    fact(findingFacts.stage, [
      plainParagraph(findingStageName(findingStageOf(paper.audit, finding, paper.hash), paper)),
    ]),
    ...withdrawalFacts(paper, finding),
    ...reviewFacts(paper, finding),
    prose('lead'),
    prose('criteria'),
    prose('conditions'),
    prose('cause'),
    prose('effect'),
    prose('recommendation'),
    fact(findingFacts.questions, questionParagraphs(paper, finding)),
    fact(findingFacts.evidence, [plainParagraph(evidenceWords(paper, finding.id) || words.none)]),
    fact(paper.labels.recorded.replace(/[：:]\s*$/, ''), recordOf(paper, finding)),
  ]
}

function printConditions(text: string, language: Language): readonly Paragraph[] {
  return printedBullets(text, language).map(bulletParagraph)
}

function printProse(text: string, language: Language): readonly Paragraph[] {
  return printedLines(text, language).map(plainParagraph)
}

/** Only where there are several: one stands in the heading. */
function titleVersions(paper: Paper, { title }: Finding): readonly Fact[] {
  if (title.values.length < 2) return []
  const paragraphs = versions(paper, title, ({ content: { body } }) => [
    plainParagraph(paper.words.with(printedText(body.subject, paper.language), paper.words.demand[body.demand])),
  ])
  return [{ label: paper.words.unsettled, paragraphs }]
}

function kindParagraphs(paper: Paper, finding: Finding): readonly Paragraph[] {
  const { words, labels, library, language } = paper
  return [
    ...(finding.class.values.length === 0 ? [plainParagraph(classWord(finding, paper))] : []),
    ...versions(paper, finding.class, ({ content }) => [
      plainParagraph(labelOf(library.findingClasses, content.body.class, language)),
    ]),
    ...versions(paper, finding.severity, ({ content }) =>
      content.body.severity === null
        ? []
        : [plainParagraph(words.with(labels.severity, labelOf(library.severities, content.body.severity, language)))],
    ),
    ...finding.title.values.map(({ content }) => plainParagraph(words.demand[content.body.demand])),
  ]
}

function withdrawalFacts(paper: Paper, { standing }: Finding): readonly Fact[] {
  const withdrawn = standing.values.flatMap((value) =>
    value.content.kind === 'finding-withdrawn'
      ? [printedText(value.content.body.reason, paper.language), whoAndWhen(paper, value)]
      : [],
  )
  if (withdrawn.length === 0) return []
  const paragraphs = withdrawn.filter((text) => text !== '').map(plainParagraph)
  return [{ label: paper.labels.findingFacts.withdrawal, paragraphs }]
}

function questionParagraphs(paper: Paper, finding: Finding): readonly Paragraph[] {
  const refs = linkedQuestions(finding)
  if (refs.length === 0) return [plainParagraph(paper.words.none)]
  return refs.map(({ template, question }) => plainParagraph(questionWords(paper, template, question)))
}

function recordOf(paper: Paper, { title, parts }: Finding): readonly Paragraph[] {
  const { findingFacts } = paper.labels
  return recordedBy(paper, [
    [findingFacts.kind, title],
    ...findingParts.map((part) => [findingFacts[part], parts[part]] as const),
  ])
}

function measureBlocks(paper: Paper, finding: Finding, number: string): readonly ReportBlock[] {
  const { labels, words, audit } = paper
  const measures = measuresOf(audit, finding.id)
  const title = labels.measuresOf(number)
  const heading = { type: 'heading', level: 3, text: title } as const
  if (measures.length === 0) return [heading, { type: 'paragraph', paragraphs: [plainParagraph(words.none)] }]
  const columns = widths.map((width, index) => ({ label: labels.measureColumns[index] ?? [], width }))
  const rows = measures.map((measure) => measureRow(paper, measure))
  return [heading, { type: 'table', name: title, hasRowHeads: false, columns, rows }]
}

function measureRow(paper: Paper, measure: Measure): readonly Cell[] {
  const { words, labels, language } = paper
  const type = placeOf(measure)?.type
  const evidence = evidenceWords(paper, measure.id)
  return [
    textCell(type === undefined ? '' : words.measureType[type]),
    {
      paragraphs: [
        ...(measure.existence === 'removed-but-edited' ? [boldParagraph(labels.removedButEdited)] : []),
        ...versions(paper, measure.text, ({ content }) =>
          printedBullets(content.body.text, language).map(bulletParagraph),
        ),
        ...(evidence === '' ? [] : [plainParagraph(labels.evidence + evidence)]),
        ...verificationParagraphs(paper, measure),
      ],
    },
    { paragraphs: versions(paper, measure.schedule, ({ content }) => [plainParagraph(scheduleWord(paper, content))]) },
    dateCell(paper, measure),
    {
      paragraphs: recordedBy(paper, [
        [paper.labels.measureColumns[1]?.join('') ?? '', measure.text],
        [paper.labels.measureColumns[2]?.join('') ?? '', measure.schedule],
      ]),
    },
  ]
}

type ScheduleContent = Measure['schedule']['values'][number]['content']

function scheduleWord(paper: Paper, content: ScheduleContent): string {
  switch (content.kind) {
    case 'measure-completed':
      return measureClassName('done', paper)
    case 'measure-planned':
      return measureClassName('planned', paper)
    case 'measure-considered':
      return measureClassName('considered', paper)
    case 'measure-declined': {
      const declined = measureClassName('declined', paper)
      const reason = printedText(content.body.reason, paper.language)
      return reason === '' ? declined : paper.words.with(declined, reason)
    }
  }
}

/** Of several versions one below the other, in the order of their classes beside it. */
function dateCell(paper: Paper, measure: Measure): Cell {
  const { words, language } = paper
  const { values } = measure.schedule
  if (values.length === 1) {
    const { measureDate } = measureOutcome([measure], paper)
    const isUndated = measureDate.length === 0 && values.some(({ content }) => isDatedKind(content))
    return shortCell(isUndated ? [words.undated] : measureDate)
  }
  const dated = (on: DayOrMonth | null) => (on === null ? words.undated : formatWareki(on, language, 'report'))
  return {
    paragraphs: values.flatMap(({ content }) => {
      if (content.kind === 'measure-completed') return [plainParagraph(dated(content.body.doneOn))]
      if (content.kind === 'measure-planned') return [plainParagraph(dated(content.body.plannedOn))]
      return []
    }),
  }
}

function isDatedKind({ kind }: ScheduleContent): boolean {
  return kind === 'measure-completed' || kind === 'measure-planned'
}
