// Any value of an audit in an auditor's words: what conflicts show side by side and the history lists. Says what is there and judges nothing.
import type { ComposerTranslation } from 'vue-i18n'
import type { AnswerValue } from '../../../domain/audit/AnswerValue.ts'
import type { AuditBodies, AuditKind } from '../../../domain/audit/auditKinds.ts'
import type { DayOrMonth } from '../../../domain/calendar/DayOrMonth.ts'
import { formatWareki } from '../../../domain/calendar/formatWareki.ts'
import { findTemplate } from '../../../domain/template/findTemplate.ts'
import type { Language } from '../../../domain/template/Localised.ts'
import type { AuditContent } from './AuditContent.ts'
import type { ClassList } from '../../../domain/library/ClassList.ts'
import type { ClassListName, Library } from '../../../domain/library/Library.ts'
import { labelOf } from '../../../domain/library/readLibrary.ts'
import { findingStateWord } from '../finding/findingStateWord.ts'
import { measureClassWord } from '../measure/measureClassWord.ts'

export interface ContentWords {
  readonly t: ComposerTranslation
  readonly language: Language
  /** What the organisation calls its classes: of a code that it has renamed since, the name of today. */
  readonly library: Pick<Library, ClassListName>
}

type Describers = { readonly [Kind in AuditKind]: (body: AuditBodies[Kind], words: ContentWords) => string }

const written = (text: string, { t }: ContentWords) => (text.trim() === '' ? t('history.blank') : text)
const prose = ({ text }: { readonly text: string }, words: ContentWords) => written(text, words)
const dated = (on: DayOrMonth | null, { t, language }: ContentWords) =>
  on === null ? t('history.undated') : formatWareki(on, language, 'ui')
const done =
  (key: string) =>
  (_: unknown, { t }: ContentWords) =>
    t(`history.done.${key}`)
const withReason = (word: string, reason: string, { t }: ContentWords) =>
  reason.trim() === '' ? word : t('history.withReason', { word, reason })
const joined = (texts: readonly string[], words: ContentWords) =>
  texts.length === 0 ? words.t('history.blank') : texts.join(words.language === 'ja' ? '、' : ', ')

const describers: Describers = {
  'audit-opened': ({ templates }, words) =>
    joined(
      templates.map(({ template, version }) => findTemplate(template, version)?.title[words.language] ?? template),
      words,
    ),
  'audit-titled': ({ subject }, words) => written(subject, words),
  'audit-numbered': ({ reportNo }, words) => written(reportNo, words),
  'audit-chaptered': ({ chapter }, { t }) => t('history.chapter', { chapter }),
  'unit-assigned': ({ unit }, words) => written(unit, words),
  'team-assigned': ({ members }, words) => joined(members, words),
  'visit-scheduled': ({ visitOn }, words) => dated(visitOn, words),
  'notice-dated': ({ receivedOn }, words) => dated(receivedOn, words),
  'audit-advanced': ({ state }, { t }) => t(`history.auditState.${state}`),

  'audit-signed-off': ({ answered, questions }, { t }) => t('history.signedOff', { answered, questions }),
  'audit-reopened': ({ reason }, words) => withReason(words.t('history.done.reopened'), reason, words),
  'late-entry-placed': ({ placement, reason }, words) =>
    withReason(words.t(`history.placement.${placement}`), reason, words),

  'answer-judged': ({ judgement, reason }, words) =>
    withReason(words.t(`history.judgement.${judgement}`), reason, words),
  'answer-cleared': done('cleared'),
  'answer-measured': ({ value }, words) => describeValue(value, words),
  'answer-noted': prose,

  'item-listed': ({ tag, name, serial, details, source }, words) =>
    joined(
      [
        ...[tag, name, serial],
        ...details.filter(({ value }) => value !== '').map(({ label, value }) => `${label} ${value}`),
        words.t(`history.source.${source}`),
      ].filter((part) => part !== ''),
      words,
    ),
  'item-removed': done('removed'),
  'machine-renewed': ({ on }, words) => dated(on, words),

  'medium-found': ({ how, code }, { t }) => t(`history.sighting.${how}`, { code }),
  'medium-unsighted': done('unsighted'),
  'medium-described': prose,
  'medium-kept': ({ place }, words) => written(place, words),
  'medium-handover-noted': ({ handover }, { t }) => t(`history.handover.${handover}`),
  'medium-paired': (body, { t }) => t(body.with === null ? 'history.done.unpaired' : 'history.done.paired'),
  'reconciliation-completed': (counts, { t }) => t('history.reconciled', { ...counts }),
  'reconciliation-reopened': done('reconciliationReopened'),

  'sample-drawn': ({ population, picks }, { t }) =>
    t('history.sampled', { population, size: picks.length, picks: picks.join(', ') }),
  'sample-withdrawn': done('sampleWithdrawn'),
  'pick-examined': ({ outcome, note }, words) => {
    const word = words.t(`history.pick.${outcome}`)
    return note.trim() === '' ? word : words.t('history.withNote', { word, note })
  },

  'finding-raised': ({ questions }, words) =>
    questions.length === 0
      ? words.t('history.raisedEmpty')
      : words.t('history.raised', {
          questions: joined(
            questions.map(({ question }) => question),
            words,
          ),
        }),
  'finding-placed': done('moved'),
  'finding-titled': ({ subject, demand }, words) =>
    words.t(`finding.title.${demand}`, { subject: written(subject, words) }),
  'finding-classed': (body, { language, library }) => labelOf(library.findingClasses, body.class, language),
  'finding-lead-worded': prose,
  'finding-conditions-worded': prose,
  'finding-criteria-worded': prose,
  'finding-cause-worded': prose,
  'finding-effect-worded': prose,
  'finding-recommendation-worded': prose,
  'finding-advanced': ({ state }, words) => findingStateWord(state, words),
  'finding-withdrawn': ({ reason }, words) => withReason(words.t('history.done.withdrawn'), reason, words),
  'finding-reinstated': done('reinstated'),

  'measure-placed': ({ type }, { t }) => t('history.measurePlace', { type: t(`measure.type.${type}`) }),
  'measure-worded': prose,
  'measure-completed': ({ doneOn }, words) => classAndDate('completed', doneOn, words),
  'measure-planned': ({ plannedOn }, words) => classAndDate('planned', plannedOn, words),
  'measure-considered': (_, words) => measureClassWord('considered', words),
  'measure-declined': ({ reason }, words) => withReason(measureClassWord('declined', words), reason, words),
  'measure-removed': done('removed'),

  'evidence-attached': ({ name }, words) => written(name, words),
  'evidence-captioned': prose,
  'evidence-derived': done('derived'),
  'evidence-removed': done('removed'),

  'report-issued': ({ numbers }, { t }) => t('history.issued', { count: numbers.length }),
  'report-published': ({ reportNo, findings }, { t }) => t('history.published', { reportNo, count: findings.length }),
  'finding-approved': done('approved'),
  'finding-sent-back': ({ reason }, words) => withReason(words.t('history.done.sentBack'), reason, words),
  'finding-severity-rated': ({ severity }, words) =>
    severity === null ? words.t('history.done.unrated') : labelOf(words.library.severities, severity, words.language),
  'finding-repeat-linked': ({ repeatOf }, { t }) =>
    repeatOf === null ? t('history.done.unlinked') : t('history.repeatOf', { ...repeatOf }),
  'finding-questions-linked': ({ questions }, words) =>
    joined(
      questions.map(({ question }) => question),
      words,
    ),
  'fact-signed': ({ name, position }, { t }) => t('history.factSigned', { name, position }),
  'fact-confirmed': ({ outcome, objection }, words) => {
    const word = words.t(`history.factOutcome.${outcome}`)
    return objection.trim() === '' ? word : words.t('history.withNote', { word, note: objection })
  },
  'remark-made': ({ type, text }, { t }) => t('history.remark', { type: t(`history.remarkType.${type}`), text }),
  'remark-removed': done('removed'),

  'measures-submitted': done('submitted'),
  'measures-returned': ({ reason }, words) => withReason(words.t('history.done.sentBack'), reason, words),
  'measure-owned': ({ owner }, words) => written(owner, words),
  'measure-verified': ({ method, evidence }, { t }) => t('history.verified', { method, count: evidence.length }),
  'measure-returned': ({ reason }, words) => withReason(words.t('history.done.sentBack'), reason, words),
  'measure-evidence-attached': ({ name }, words) => written(name, words),
  'measure-evidence-captioned': prose,
  'measure-evidence-derived': done('derived'),
  'measure-evidence-removed': done('removed'),
  'duty-set': ({ every, text }, { t }) => t('history.duty', { every: t(`history.rhythm.${every}`), text }),
  'duty-removed': done('removed'),
  'occurrence-done': ({ doneOn, note }, words) => {
    const word = words.t('history.occurrenceDone', { date: dated(doneOn, words) })
    return note.trim() === '' ? word : words.t('history.withNote', { word, note })
  },
  'occurrence-reopened': done('occurrenceReopened'),
  'follow-up-carried': ({ number, title, text }, { t }) => t('history.carried', { number, title, text }),
  'follow-up-checked': ({ outcome, note }, words) => {
    const word = words.t(`history.carriedOutcome.${outcome}`)
    return note.trim() === '' ? word : words.t('history.withNote', { word, note })
  },

  'finding-classes-defined': (body, words) => classNames(body.classes, words),
  'severities-defined': (body, words) => classNames(body.classes, words),
  'measure-classes-defined': (body, words) => classNames(body.classes, words),

  'person-introduced': ({ name }) => name,
}

export function describeContent(content: AuditContent, words: ContentWords): string {
  return describeKind(content, words)
}

function describeKind<Kind extends AuditKind>(
  content: { readonly kind: Kind; readonly body: AuditBodies[Kind] },
  words: ContentWords,
): string {
  return describers[content.kind](content.body, words)
}

function classNames(classes: ClassList, words: ContentWords): string {
  return joined(
    classes.filter(({ isActive }) => isActive).map((each) => each[words.language]),
    words,
  )
}

function classAndDate(measureClass: 'completed' | 'planned', on: DayOrMonth | null, words: ContentWords): string {
  return words.t('history.classAndDate', { class: measureClassWord(measureClass, words), date: dated(on, words) })
}

function describeValue(value: AnswerValue, words: ContentWords): string {
  switch (value.type) {
    case 'none':
      return words.t('history.blank')
    case 'number':
      return value.number.toLocaleString(words.language)
    case 'date':
      return dated(value.on, words)
    case 'dates':
      return joined(
        value.on.map((day) => dated(day, words)),
        words,
      )
    case 'text':
      return written(value.text, words)
    case 'elements':
      return joined(
        value.present.map((element) => words.t(`history.element.${element}`)),
        words,
      )
  }
}
