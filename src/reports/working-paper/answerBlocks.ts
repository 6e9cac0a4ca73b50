// Every question with everything that was answered to it: judgement, value, reason, note, evidence, and who recorded it when.
// A question without an answer stands in the table like any other.
import type { Answer } from '../../domain/audit/Audit.ts'
import { findingsInOrder, isWithdrawn } from '../../domain/audit/findingOrder.ts'
import { answerOf, itemAnswers, judgementOf, questionStatus } from '../../domain/audit/questionStatus.ts'
import type { AnswerRef } from '../../domain/audit/entityIds.ts'
import type { Question, Template } from '../../domain/template/Template.ts'
import { boldParagraph, bulletParagraph, plainParagraph, textCell } from '../paragraphs.ts'
import { printedLines, printedText } from '../printedText.ts'
import type { Cell, Paragraph, ReportBlock, TableBlock } from '../ReportDocument.ts'
import { counted, evidenceWords, recordedBy, versions, type Paper } from './Paper.ts'
import { linkedQuestions } from './linkedQuestions.ts'
import { itemWords, numberOf } from './placeWords.ts'
import { valueText } from './valueText.ts'

const widths = [7, 32, 13, 29, 19] as const

export function answerBlocks(paper: Paper): readonly ReportBlock[] {
  const { templates, language } = paper
  const findings = findingsByQuestion(paper)
  return templates.flatMap((template) => [
    { type: 'heading', level: 2, text: printedText(template.title[language], language) } as const,
    ...template.sections.flatMap((section): readonly ReportBlock[] => {
      const title = printedText(section.title[language], language)
      const name = `${template.letter} ${title}`
      const rows = section.questions.flatMap((question) => questionRows(paper, { template, question, findings }))
      return [{ type: 'heading', level: 3, text: title }, answerTable(paper, name, rows)]
    }),
  ])
}

function answerTable({ labels }: Paper, name: string, rows: TableBlock['rows']): TableBlock {
  const columns = widths.map((width, index) => ({ label: labels.answerColumns[index] ?? [], width }))
  return { type: 'table', name, hasRowHeads: true, columns, rows }
}

/** Question → numbers of the findings raised from it. */
type FindingsByQuestion = ReadonlyMap<string, readonly string[]>

const questionKey = ({ template, question }: AnswerRef) => `${template}/${question}`

function findingsByQuestion(paper: Paper): FindingsByQuestion {
  const numbers = new Map<string, string[]>()
  for (const finding of findingsInOrder(paper.audit)) {
    const number = paper.labels.findingNth(numberOf(paper, finding.id))
    const word = isWithdrawn(finding) ? paper.words.with(number, paper.words.findingStage.withdrawn) : number
    for (const ref of linkedQuestions(finding)) {
      const key = questionKey(ref)
      numbers.set(key, [...(numbers.get(key) ?? []), word])
    }
  }
  return numbers
}

interface AskedQuestion {
  readonly template: Template
  readonly question: Question
  readonly findings: FindingsByQuestion
}

/** The question itself, then a row for each object that it is asked of. */
function questionRows(paper: Paper, { template, question, findings }: AskedQuestion): TableBlock['rows'] {
  const { audit } = paper
  const ref = { template: template.id, question: question.id }
  const whole = answerOf(audit, ref)
  const raised = findings.get(questionKey(ref)) ?? []
  const ofItems = itemAnswers(audit, template.id, question)
  const head: readonly Cell[] = [
    textCell(question.id),
    { paragraphs: questionParagraphs(paper, question) },
    { paragraphs: [...wholeJudgement(paper, { template, question, findings }), ...raised.map(plainParagraph)] },
    { paragraphs: contentOf(paper, question, whole) },
    { paragraphs: recordOf(paper, whole) },
  ]
  return [head, ...ofItems.map((answer) => itemRow(paper, question, answer))]
}

function questionParagraphs(
  { language, labels, words }: Paper,
  { text, criteria, methods }: Question,
): readonly Paragraph[] {
  const listed = [
    [labels.criteria, criteria.map((criterion) => printedText(criterion.text[language], language))],
    [labels.methods, methods.map((method) => words.method[method])],
  ] as const
  return [
    boldParagraph(printedText(text[language], language)),
    ...listed.flatMap(([label, texts]) => (texts.length === 0 ? [] : [plainParagraph(label + words.joined(texts))])),
  ]
}

/** Of a question asked of many objects also how many of them were judged. */
function wholeJudgement(paper: Paper, { template, question }: AskedQuestion): readonly Paragraph[] {
  const { audit, words, labels } = paper
  const answer = answerOf(audit, { template: template.id, question: question.id })
  if (answer.judgement.values.length > 1) return judgementParagraphs(paper, answer)
  const status = questionStatus(audit, template.id, question)
  const word =
    status.state === 'judged'
      ? words.judgement[status.judgement]
      : status.state === 'conflict'
        ? words.unsettled
        : words.unanswered
  const ofItems = itemAnswers(audit, template.id, question)
  if (ofItems.length === 0) return [boldParagraph(word)]
  const judged = ofItems.filter((each) => judgementOf(each) !== undefined).length
  return [boldParagraph(word), plainParagraph(labels.ofItems(counted(paper, judged), counted(paper, ofItems.length)))]
}

function judgementParagraphs(paper: Paper, { judgement }: Answer): readonly Paragraph[] {
  const { words } = paper
  if (judgement.values.length === 0) return [plainParagraph(words.unanswered)]
  return versions(paper, judgement, ({ content }) => [
    plainParagraph(content.kind === 'answer-judged' ? words.judgement[content.body.judgement] : words.unanswered),
  ])
}

function itemRow(paper: Paper, question: Question, answer: Answer): readonly Cell[] {
  const { item } = answer.ref
  return [
    textCell(question.id),
    { paragraphs: item === undefined ? [] : [bulletParagraph(itemWords(paper, item))] },
    { paragraphs: judgementParagraphs(paper, answer) },
    { paragraphs: contentOf(paper, question, answer) },
    { paragraphs: recordOf(paper, answer) },
  ]
}

function contentOf(paper: Paper, question: Question, answer: Answer): readonly Paragraph[] {
  const { labels, language } = paper
  const evidence = evidenceWords(paper, answer.id)
  const labelled = (label: string, text: string) => (text === '' ? [] : [plainParagraph(label + text)])
  const prose = (label: string, text: string) =>
    printedLines(text, language).map((line, index) => plainParagraph(index === 0 ? label + line : line))
  return [
    ...versions(paper, answer.value, ({ content }) =>
      labelled(labels.value, valueText(paper, question, content.body.value)),
    ),
    ...answer.judgement.values.flatMap(({ content }) =>
      content.kind === 'answer-judged' ? prose(labels.reason, content.body.reason) : [],
    ),
    ...versions(paper, answer.note, ({ content }) => prose(labels.note, content.body.text)),
    ...labelled(labels.evidence, evidence),
  ]
}

function recordOf(paper: Paper, { judgement, value, note }: Answer): readonly Paragraph[] {
  const { labels } = paper
  const name = (label: string) => label.replace(/[：:]\s*$/, '')
  return recordedBy(paper, [
    [labels.judgement, judgement],
    [name(labels.value), value],
    [name(labels.note), note],
  ])
}
