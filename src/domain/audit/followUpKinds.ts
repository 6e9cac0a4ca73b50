// Kinds of the follow-up: what the audited unit submits, what is verified, recurring duties, and measures carried over from earlier audits.
import { codeOf } from '../library/ClassList.ts'
import { carriedOutcomes, dutyRhythms } from './auditVocabulary.ts'
import { calendarDay, dayOrMonth } from './dateParsers.ts'
import { isEvidenceId, isFindingId, isMeasureId } from './entityIds.ts'
import { evidenceFile } from './evidenceFile.ts'
import { contentHash } from './reviewKinds.ts'
import { open, sealed } from '../oplog/defineKind.ts'
import { isStreamId } from '../oplog/Dot.ts'
import { branded, integer, listOf, nonEmptyText, nullOr, oneOf, shape, text } from '../parse/Parser.ts'

const nothing = shape({})
const prose = shape({ text: text() })
const reason = shape({ reason: nonEmptyText() })
/** What proves a measure is looked at piece by piece. */
const mostProofs = 100
const proofList = listOf(branded(isEvidenceId), mostProofs)

/** Nothing is verified without evidence [A16]. */
const proofs: typeof proofList = (value) => {
  const read = proofList(value)
  return read?.length === 0 ? undefined : read
}

export const followUpKinds = {
  'measures-submitted': open('finding', 'submission', shape({ contentHash })),
  'measures-returned': open('finding', 'submission', reason),

  /** Who answers for it at the unit. */
  'measure-owned': open('measure', 'owner', shape({ owner: text(200) })),
  'measure-verified': open(
    'measure',
    'verification',
    shape({
      method: nonEmptyText(),
      evidence: proofs,
      contentHash,
    }),
  ),
  'measure-returned': open('measure', 'verification', reason),

  /** Open twins of the kinds of evidence: what supports a measure or an occurrence is added after the sign-off. */
  'measure-evidence-attached': open('evidence', 'file', evidenceFile),
  'measure-evidence-captioned': open('evidence', 'caption', prose),
  'measure-evidence-derived': open('evidence', 'derivation', shape({ from: branded(isEvidenceId) })),
  'measure-evidence-removed': open('evidence', 'existence', nothing),

  'duty-set': open(
    'duty',
    'rule',
    shape({
      finding: branded(isFindingId),
      measure: nullOr(branded(isMeasureId)),
      text: nonEmptyText(),
      every: oneOf(dutyRhythms),
      /** In order of the year. Empty: every month. */
      months: listOf(integer(1, 12), 12),
      startsOn: calendarDay,
      endsOn: nullOr(calendarDay),
    }),
  ),
  'duty-removed': open('duty', 'existence', nothing),
  'occurrence-done': open('occurrence', 'occurrence', shape({ doneOn: calendarDay, note: text() })),
  'occurrence-reopened': open('occurrence', 'occurrence', nothing),

  /** An earlier audit's measure as it was, so that it can be asked about without its audit. */
  'follow-up-carried': sealed(
    'carried',
    'carried',
    shape({
      stream: branded(isStreamId),
      finding: branded(isFindingId),
      measure: branded(isMeasureId),
      number: text(40),
      title: text(600),
      unit: text(200),
      text: text(),
      class: codeOf,
      on: nullOr(dayOrMonth),
    }),
  ),
  'follow-up-checked': sealed('carried', 'check', shape({ outcome: oneOf(carriedOutcomes), note: text() })),
} as const
