// What the list of audits shows of one audit: plain JSON, kept beside the log so that the list opens no audit.
import { auditStates } from './auditVocabulary.ts'
import { calendarDay } from './dateParsers.ts'
import { parseDueRecord } from './dueRecord.ts'
import { issuedFinding } from './IssuedFinding.ts'
import { parseFindingSummary, parseMeasureSummary } from './FindingSummary.ts'
import type { Progress } from './progressOf.ts'
import { integer, listOf, nullOr, oneOf, shape, text, textMatching, type Parsed, type Parser } from '../parse/Parser.ts'
import type { QuestionId, TemplateId } from '../template/Template.ts'

const count = integer(0)
const templateId = textMatching(/^[a-z0-9-]{1,40}$/) as Parser<TemplateId>
const questionId = textMatching(/^[A-Za-z0-9.-]{1,40}$/) as Parser<QuestionId>

const progress: Parser<Progress> = shape({
  total: count,
  answered: count,
  unanswered: count,
  conflicts: count,
  byJudgement: shape({
    conforming: count,
    partial: count,
    nonconforming: count,
    'not-applicable': count,
    'not-checked': count,
  }),
})

export const parseAuditSummary = shape({
  subject: text(),
  unit: text(),
  reportNo: text(),
  team: listOf(text()),
  state: oneOf(auditStates),
  visitOn: nullOr(calendarDay),
  noticeOn: nullOr(calendarDay),
  progress,
  /** The next unanswered question. */
  next: nullOr(shape({ template: templateId, question: questionId })),
  chapter: integer(1),
  fiscalYear: nullOr(integer(1868, 9999)),
  /** Those that stand, in the order of their numbers. */
  findings: listOf(parseFindingSummary),
  /** Of standing findings. */
  measures: listOf(parseMeasureSummary),
  media: shape({ present: count, unregistered: count }),
  conflicts: count,
  signOff: oneOf(['open', 'signed']),
  /** Entries that wait behind the sign-off. */
  late: count,
  due: parseDueRecord,
  /** What the audited unit has to answer, in the order of the numbers. */
  issued: listOf(issuedFinding),
})

export type AuditSummary = Parsed<typeof parseAuditSummary>
