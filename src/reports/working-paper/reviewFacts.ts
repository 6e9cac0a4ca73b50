// What became of a finding on its way to the report: approval, fact confirmation, what the unit submitted, what was said about it.
import type { Audit, Finding, Measure, Remark } from '../../domain/audit/Audit.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { repeatWords } from '../findingWords.ts'
import { plainParagraph } from '../paragraphs.ts'
import { printedText } from '../printedText.ts'
import type { Fact, Paragraph } from '../ReportDocument.ts'
import { versions, whoAndWhen, type Paper } from './Paper.ts'

/** Only what there is: a finding that nobody has reviewed has its stage to say so. */
export function reviewFacts(paper: Paper, finding: Finding): readonly Fact[] {
  const { review } = paper.labels
  const facts: readonly Fact[] = [
    { label: paper.words.repeat, paragraphs: repeatWords(finding, paper).slice(1).map(plainParagraph) },
    { label: review.approval, paragraphs: approvalParagraphs(paper, finding) },
    { label: review.factCheck, paragraphs: factCheckParagraphs(paper, finding) },
    { label: review.submission, paragraphs: submissionParagraphs(paper, finding) },
    { label: review.remarks, paragraphs: remarkParagraphs(paper, finding.id) },
  ]
  return facts.filter(({ paragraphs }) => paragraphs.length > 0)
}

function approvalParagraphs(paper: Paper, { review }: Finding): readonly Paragraph[] {
  const { labels, words, language } = paper
  return review.values.map((value) => {
    const { content } = value
    const word = content.kind === 'finding-approved' ? labels.review.approved : labels.review.sentBack
    const reason = content.kind === 'finding-sent-back' ? printedText(content.body.reason, language) : ''
    return plainParagraph(words.with([word, reason].filter(Boolean).join(' '), whoAndWhen(paper, value)))
  })
}

function factCheckParagraphs(paper: Paper, { factCheck }: Finding): readonly Paragraph[] {
  const { labels, words, language, audit } = paper
  return factCheck.values.map((value) => {
    const { outcome, objection, signature } = value.content.body
    const word = outcome === 'agreed' ? labels.review.agreed : labels.review.objected
    const text = [word, printedText(objection, language), signerOf(audit, signature)].filter(Boolean).join(' ')
    return plainParagraph(words.with(text, whoAndWhen(paper, value)))
  })
}

function signerOf({ signatures }: Audit, id: Parameters<Audit['signatures']['get']>[0]): string {
  const signed = signatures.get(id)?.signature.values[0]?.content.body
  return signed === undefined ? '' : `${signed.position} ${signed.name}`.trim()
}

function submissionParagraphs(paper: Paper, { submission }: Finding): readonly Paragraph[] {
  const { labels, words, language } = paper
  return submission.values.map((value) => {
    const { content } = value
    const word = content.kind === 'measures-submitted' ? labels.review.submitted : labels.review.returned
    const reason = content.kind === 'measures-returned' ? printedText(content.body.reason, language) : ''
    return plainParagraph(words.with([word, reason].filter(Boolean).join(' '), whoAndWhen(paper, value)))
  })
}

/** Removed ones are in the history. */
function remarkParagraphs(paper: Paper, about: EntityId): readonly Paragraph[] {
  const isAbout = ({ existence, remark }: Remark) =>
    existence !== 'removed' && remark.values.some(({ content }) => content.body.about === about)
  return [...paper.audit.remarks.values()].filter(isAbout).flatMap(({ remark }) =>
    remark.values.map((value) => {
      const { type, text } = value.content.body
      const words = `${paper.labels.review.remark[type]} ${printedText(text, paper.language)}`
      return plainParagraph(paper.words.with(words, whoAndWhen(paper, value)))
    }),
  )
}

/** Who answers for a measure, whether it was verified and how, and what was said about it. */
export function verificationParagraphs(paper: Paper, measure: Measure): readonly Paragraph[] {
  const { labels, words, language } = paper
  const owner = versions(paper, measure.owner, ({ content }) =>
    content.body.owner === '' ? [] : [plainParagraph(labels.review.owner + content.body.owner)],
  )
  const verified = measure.verification.values.map((value) => {
    const { content } = value
    const [word, text] =
      content.kind === 'measure-verified'
        ? [labels.review.verified, content.body.method]
        : [labels.review.returned, content.body.reason]
    return plainParagraph(words.with(`${word} ${printedText(text, language)}`, whoAndWhen(paper, value)))
  })
  return [...owner, ...verified, ...remarkParagraphs(paper, measure.id)]
}
