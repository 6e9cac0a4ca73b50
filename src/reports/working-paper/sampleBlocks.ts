// The samples that were drawn: of how many, which records, and what looking at each of them gave.
import type { Sample } from '../../domain/audit/Audit.ts'
import { pickEntity } from '../../domain/audit/entityIds.ts'
import { sampleOf, type PickView } from '../../domain/audit/sample.ts'
import { plainParagraph, shortCell } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Cell, ReportBlock } from '../ReportDocument.ts'
import { counted, recordedBy, versions, type Paper } from './Paper.ts'
import { questionWords } from './placeWords.ts'

const widths = [14, 16, 48, 22] as const

export function sampleBlocks(paper: Paper): readonly ReportBlock[] {
  const samples = [...paper.audit.samples.values()]
  if (samples.length === 0) return [{ type: 'paragraph', paragraphs: [plainParagraph(paper.words.none)] }]
  return samples.flatMap((sample) => [
    { type: 'heading', level: 2, text: questionWords(paper, sample.ref.template, sample.ref.question) } as const,
    ...sampleContent(paper, sample),
  ])
}

/** Where two samples were drawn at once, both are told of, and no record of either is counted. */
function sampleContent(paper: Paper, { id, ref, draw }: Sample): readonly ReportBlock[] {
  const { audit, labels, words } = paper
  const view = sampleOf(audit, ref)
  const drawn = versions(paper, draw, ({ content }) => [
    plainParagraph(
      content.kind === 'sample-drawn'
        ? labels.drawnOf(counted(paper, content.body.population), content.body.picks.join(', '))
        : labels.withdrawnSample,
    ),
  ])
  const told: ReportBlock = { type: 'paragraph', paragraphs: [...drawn, ...recordedBy(paper, [['', draw]])] }
  if (view === undefined) return [told]
  const results = (['sound', 'deficient', 'open'] as const).map((outcome) =>
    words.with(words.pick[outcome], counted(paper, view[outcome])),
  )
  return [
    told,
    { type: 'facts', entries: [{ label: labels.results, paragraphs: [plainParagraph(words.joined(results))] }] },
    {
      type: 'table',
      name: `${labels.drawn} ${id.slice(id.indexOf('/') + 1)}`,
      hasRowHeads: true,
      columns: widths.map((width, index) => ({ label: labels.pickColumns[index] ?? [], width })),
      rows: view.picks.map((pick) => pickRow(paper, ref, pick)),
    },
  ]
}

function pickRow(paper: Paper, ref: Sample['ref'], { pick, outcome, isInConflict }: PickView): readonly Cell[] {
  const { audit, words, language } = paper
  const result = audit.picks.get(pickEntity(ref, pick))?.result ?? { values: [] }
  const notes = versions(paper, result, ({ content: { body } }) => {
    const note = printedText(body.note, language)
    if (isInConflict) return [plainParagraph(words.with(words.pick[body.outcome], note || words.none))]
    return note === '' ? [] : [plainParagraph(note)]
  })
  return [
    shortCell([String(pick)]),
    shortCell([isInConflict ? words.unsettled : words.pick[outcome]]),
    { paragraphs: notes },
    { paragraphs: recordedBy(paper, [['', result]]) },
  ]
}
