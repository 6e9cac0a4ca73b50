// Kinds of the way from a worded finding to the issued report: review, fact confirmation, remarks, severity, repeats, issue.
import { codeOf } from '../library/ClassList.ts'
import { isFindingId, isMeasureId, isRemarkId, isSignatureId, type FindingId, type MeasureId } from './entityIds.ts'
import { factOutcomes, remarkTypes } from './auditVocabulary.ts'
import { act, open, sealed } from '../oplog/defineKind.ts'
import { isStreamId } from '../oplog/Dot.ts'
import { parseHeads } from '../oplog/SignOff.ts'
import { branded, integer, listOf, nonEmptyText, nullOr, oneOf, shape, text, textMatching } from '../parse/Parser.ts'
import type { Parser } from '../parse/Parser.ts'
import type { QuestionId, TemplateId } from '../template/Template.ts'

/** Of what somebody had before their eyes when they approved, confirmed or submitted it: SHA-256, base64url. */
export const contentHash = textMatching(/^[A-Za-z0-9_-]{43}$/)
const templateId = textMatching(/^[a-z0-9-]{1,40}$/) as Parser<TemplateId>
const questionId = textMatching(/^[A-Za-z0-9.-]{1,40}$/) as Parser<QuestionId>
/** A report with more is none that anybody reads. */
const mostFindings = 1_000

const reason = shape({ reason: nonEmptyText() })
const review = 'review'

/** A signature is drawn in a box of this size. */
export const signatureBox = { width: 1_000, height: 400 } as const
export const mostStrokes = 300
/** Numbers in one stroke, two a point. */
export const mostStrokeNumbers = 2_000
/** Numbers in all strokes together, so that a signature stays one operation that the server takes. */
export const mostSignatureNumbers = 16_000

const strokeList = listOf(listOf(integer(0, signatureBox.width), mostStrokeNumbers), mostStrokes)

/** Strokes of whole points, x and y in turn. */
const strokes: Parser<readonly (readonly number[])[]> = (value) => {
  const read = strokeList(value)
  if (read === undefined || read.flat().length > mostSignatureNumbers) return undefined
  return read.every(isStroke) ? read : undefined
}

function isStroke(numbers: readonly number[]): boolean {
  return numbers.length % 2 === 0 && numbers.every((each, index) => index % 2 === 0 || each <= signatureBox.height)
}

const confirmation = shape({
  signature: branded(isSignatureId),
  outcome: oneOf(factOutcomes),
  objection: text(),
  contentHash,
})

/** Who objects says what is wrong. */
const factConfirmation: typeof confirmation = (value) => {
  const read = confirmation(value)
  return read?.outcome === 'objected' && read.objection.trim() === '' ? undefined : read
}

const isRemarkable = (value: string): value is FindingId | MeasureId => isFindingId(value) || isMeasureId(value)

export const reviewKinds = {
  /** Final numbers, for ever: a later issue keeps them and adds new ones behind the highest [A11]. */
  'report-issued': act(
    'issue',
    { entity: 'audit', register: 'issue' },
    shape({
      /** What the issuer had seen [M15]. */
      heads: parseHeads,
      chapter: integer(1, 99),
      numbers: listOf(shape({ finding: branded(isFindingId), item: integer(1) }), mostFindings),
    }),
  ),

  /** 公表: each time its own entity, so that an earlier one stays as it was [A28]. */
  'report-published': act(
    'publication',
    { entity: 'publication', register: 'publication' },
    shape({
      /** What whoever published it had seen [M15]. */
      heads: parseHeads,
      reportNo: nonEmptyText(100),
      /** Of the follow-up report as it was published. */
      contentHash,
      /** What it said of each finding. */
      findings: listOf(shape({ finding: branded(isFindingId), contentHash }), mostFindings),
    }),
  ),

  'finding-approved': open('finding', review, shape({ contentHash })),
  'finding-sent-back': open('finding', review, reason),
  'finding-severity-rated': sealed('finding', 'severity', shape({ severity: nullOr(codeOf) })),
  'finding-repeat-linked': sealed(
    'finding',
    'repeat',
    shape({
      /** The earlier finding as it was, so that it can be told of without its audit. */
      repeatOf: nullOr(
        shape({
          stream: branded(isStreamId),
          finding: branded(isFindingId),
          number: text(40),
          subject: text(500),
          unit: text(200),
          fiscalYear: nullOr(integer(1868, 9999)),
        }),
      ),
    }),
  ),
  /** In the place of those that the finding was raised from. */
  'finding-questions-linked': sealed(
    'finding',
    'links',
    shape({ questions: listOf(shape({ template: templateId, question: questionId }), 100) }),
  ),

  'fact-signed': open('signature', 'signature', shape({ name: nonEmptyText(100), position: text(200), strokes })),
  'fact-confirmed': open('finding', 'fact-check', factConfirmation),

  'remark-made': open(
    'remark',
    'remark',
    shape({
      about: branded(isRemarkable),
      type: oneOf(remarkTypes),
      replyTo: nullOr(branded(isRemarkId)),
      text: nonEmptyText(),
    }),
  ),
  'remark-removed': open('remark', 'existence', shape({})),
} as const
