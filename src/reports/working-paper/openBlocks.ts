// What is not checked, not answered, not decided or not taken in: at the front, so that nobody has to look for it.
import { questionPlaces, type QuestionPlace } from '../../domain/audit/progressOf.ts'
import { answerOf, itemAnswers, questionStatus } from '../../domain/audit/questionStatus.ts'
import { bulletParagraph, boldParagraph, plainParagraph } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Paragraph, ReportBlock } from '../ReportDocument.ts'
import type { Paper } from './Paper.ts'
import { itemWords, questionWords } from './placeWords.ts'
import { placeParagraphs, versionBullet } from './recordBlocks.ts'
import type { FieldPlace, WorkingPaperRecords } from './WorkingPaperRecords.ts'

type OpenRecords = Pick<WorkingPaperRecords, 'conflicts' | 'late'>

export function openBlocks(paper: Paper, { conflicts, late }: OpenRecords): readonly ReportBlock[] {
  const { labels, templates, words } = paper
  const places = questionPlaces(templates)
  return [
    ...listed(paper, labels.unanswered, unansweredOf(paper, places)),
    ...listed(
      paper,
      labels.notChecked,
      places.flatMap((place) => notCheckedOf(paper, place)),
    ),
    ...listed(
      paper,
      labels.conflicts,
      conflicts.flatMap((conflict) => [
        boldParagraph(placeText(conflict)),
        ...conflict.versions.map((version) => versionBullet(paper, version)),
      ]),
    ),
    ...listed(
      paper,
      labels.late,
      late.flatMap((line) => [
        boldParagraph(words.with(placeText(line), labels.lateState[line.state])),
        versionBullet(paper, line),
      ]),
    ),
  ]
}

/** Where nothing is open, that is said too: a reader sees that it was looked for. */
function listed({ words }: Paper, title: string, paragraphs: readonly Paragraph[]): readonly ReportBlock[] {
  return [
    { type: 'heading', level: 3, text: title },
    { type: 'paragraph', paragraphs: paragraphs.length === 0 ? [plainParagraph(words.none)] : paragraphs },
  ]
}

function placeText(place: FieldPlace): string {
  return placeParagraphs(place)
    .map(({ text }) => text)
    .join('　')
}

function unansweredOf(paper: Paper, places: readonly QuestionPlace[]): readonly Paragraph[] {
  return places
    .filter(({ template, question }) => questionStatus(paper.audit, template.id, question).state === 'unanswered')
    .map(({ template, question }) => bulletParagraph(questionWords(paper, template.id, question.id)))
}

function notCheckedOf(paper: Paper, { template, question }: QuestionPlace): readonly Paragraph[] {
  const { audit, labels, words, language } = paper
  const answers = [
    answerOf(audit, { template: template.id, question: question.id }),
    ...itemAnswers(audit, template.id, question),
  ]
  return answers.flatMap(({ judgement, ref }) =>
    judgement.values.flatMap(({ content }) => {
      if (content.kind !== 'answer-judged' || content.body.judgement !== 'not-checked') return []
      const asked = questionWords(paper, template.id, question.id)
      const place = ref.item === undefined ? asked : labels.itemOf(asked, itemWords(paper, ref.item))
      return [bulletParagraph(words.with(place, printedText(content.body.reason, language) || labels.withoutReason))]
    }),
  )
}
