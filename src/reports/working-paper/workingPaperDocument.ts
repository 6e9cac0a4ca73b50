// 監査調書: everything that an audit holds, for the auditors' files. Pure. It leaves nothing out and decides nothing: what is unanswered,
// not checked, in conflict or late stands in it as such.
import { signOffOf } from '../../domain/audit/signOff.ts'
import { fileNameOf } from '../fileNameOf.ts'
import { headerLines, reportNumberOf } from '../headerLines.ts'
import { plainParagraph } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Fact, Paragraph, ReportBlock, ReportDocument } from '../ReportDocument.ts'
import { answerBlocks } from './answerBlocks.ts'
import { evidenceBlocks } from './evidenceBlocks.ts'
import { findingBlocks } from './findingBlocks.ts'
import { objectBlocks } from './objectBlocks.ts'
import { openBlocks } from './openBlocks.ts'
import { counted, createPaper, whoAndWhen, type Paper, type PaperSource } from './Paper.ts'
import { chainBlocks, historyBlocks } from './recordBlocks.ts'
import { sampleBlocks } from './sampleBlocks.ts'
import type { WorkingPaperRecords } from './WorkingPaperRecords.ts'

export function workingPaperDocument(source: PaperSource, records: WorkingPaperRecords): ReportDocument {
  const paper = createPaper(source)
  const { audit, language, labels, words } = paper
  const isDraft = signOffOf(audit) === undefined || records.conflicts.length > 0 || records.late.some(isWaiting)
  const reportNumber = reportNumberOf(audit, language)
  return {
    language,
    title: labels.title,
    draftMark: words.draftMark,
    isDraft,
    pageLabel: reportNumber,
    fileName: fileNameOf([reportNumber, labels.title, isDraft ? words.draftMark : '']),
    orientation: 'portrait',
    header: headerLines(audit, ['report-number', 'subject', 'unit', 'visit', 'team', 'notice', 'state'], language),
    blocks: blocksOf(paper, records),
  }
}

function isWaiting({ state }: WorkingPaperRecords['late'][number]): boolean {
  return state === 'waiting'
}

function blocksOf(paper: Paper, records: WorkingPaperRecords): readonly ReportBlock[] {
  const part = (name: keyof Paper['labels']['parts']): ReportBlock => ({
    type: 'heading',
    level: 1,
    text: paper.labels.parts[name],
  })
  return [
    part('overview'),
    { type: 'facts', entries: overviewFacts(paper) },
    part('open'),
    ...openBlocks(paper, records),
    part('answers'),
    ...answerBlocks(paper),
    part('objects'),
    ...objectBlocks(paper),
    part('samples'),
    ...sampleBlocks(paper),
    part('findings'),
    ...findingBlocks(paper),
    part('evidence'),
    ...evidenceBlocks(paper),
    part('history'),
    ...historyBlocks(paper, records),
    part('chains'),
    ...chainBlocks(paper, records.chainEnds),
  ]
}

function overviewFacts(paper: Paper): readonly Fact[] {
  const { templates, labels, language, words } = paper
  const checklists = templates.map(({ title, version }) =>
    plainParagraph(labels.version(printedText(title[language], language), counted(paper, version))),
  )
  return [
    { label: labels.checklists, paragraphs: checklists.length === 0 ? [plainParagraph(words.none)] : checklists },
    { label: labels.signOff, paragraphs: signOffParagraphs(paper) },
  ]
}

function signOffParagraphs(paper: Paper): readonly Paragraph[] {
  const { labels, audit, language } = paper
  const { values } = audit.header.signOff
  if (values.length === 0) return [plainParagraph(labels.notSigned)]
  return values.map((value) => {
    const who = whoAndWhen(paper, value)
    if (value.content.kind === 'audit-reopened') {
      return plainParagraph(labels.reopened(who, printedText(value.content.body.reason, language)))
    }
    const { answered, questions } = value.content.body
    return plainParagraph(labels.signed(who, counted(paper, answered), counted(paper, questions)))
  })
}
