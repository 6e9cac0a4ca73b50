// Every text of an audit that a person may look for, with where it stands.
import type { Answer, Audit } from './Audit.ts'
import type { EvidenceId, FindingId } from './entityIds.ts'
import { captionOf, presentEvidence } from './evidence.ts'
import { chapterOf, findingNumbers, findingsInOrder } from './findingOrder.ts'
import { findingParts } from './auditVocabulary.ts'
import { dutiesOf, ruleOf } from './duty.ts'
import { measuresOf } from './measure.ts'
import { remarkOf, remarksOf } from './remarks.ts'
import { questionPlaces } from './progressOf.ts'
import { listingOf } from './roster.ts'
import type { Language } from '../template/Localised.ts'
import type { QuestionId, RosterKind, Template } from '../template/Template.ts'
import { findingNumber } from '../text/findingNumber.ts'

export const searchKinds = ['note', 'reason', 'value', 'finding', 'measure', 'item', 'evidence', 'question'] as const
export type SearchKind = (typeof searchKinds)[number]

export type SearchPlace =
  | { readonly at: 'question'; readonly question: QuestionId }
  | { readonly at: 'finding'; readonly finding: FindingId }
  | { readonly at: 'roster'; readonly roster: RosterKind }
  | { readonly at: 'evidence'; readonly evidence: EvidenceId }

export interface SearchText {
  readonly kind: SearchKind
  /** What it is told by: A02, ２（１）, USB-健保-014. */
  readonly number: string
  /** The heading it stands under. */
  readonly title: string
  readonly text: string
  readonly place: SearchPlace
}

export function searchableTexts(
  audit: Audit,
  templates: readonly Template[],
  language: Language,
): readonly SearchText[] {
  return [
    ...answerTexts(audit, templates, language),
    ...findingTexts(audit, language),
    ...itemTexts(audit),
    ...evidenceTexts(audit),
  ].filter(({ kind, text }) => kind === 'item' || text.trim() !== '')
}

function answerTexts(audit: Audit, templates: readonly Template[], language: Language): readonly SearchText[] {
  const places = questionPlaces(templates)
  const titles = new Map(
    places.map(({ template, question }) => [`${template.id}/${question.id}`, question.text[language]]),
  )
  const questions = places.map(({ question }): SearchText => {
    const place = { at: 'question', question: question.id } as const
    return { kind: 'question', number: question.id, title: '', text: question.text[language], place }
  })
  const answers = [...audit.answers.values()].flatMap((answer) => {
    const { template, question, item } = answer.ref
    const title = titles.get(`${template}/${question}`)
    if (title === undefined) return []
    const listing = item === undefined ? undefined : audit.items.get(item)
    const tag = listing && (listingOf(listing)?.tag || listingOf(listing)?.name)
    const number = tag === undefined ? question : `${question} ${tag}`
    return textsOf(answer).map((text): SearchText => {
      return { ...text, number, title, place: { at: 'question', question } }
    })
  })
  return [...questions, ...answers]
}

/** All values of a register: what is in conflict is looked for like anything else. */
function textsOf({ judgement, value, note }: Answer): readonly Pick<SearchText, 'kind' | 'text'>[] {
  return [
    ...note.values.map(({ content }) => ({ kind: 'note' as const, text: content.body.text })),
    ...judgement.values.flatMap(({ content }) =>
      content.kind === 'answer-judged' ? [{ kind: 'reason' as const, text: content.body.reason }] : [],
    ),
    ...value.values.flatMap(({ content: { body } }) =>
      body.value.type === 'text' ? [{ kind: 'value' as const, text: body.value.text }] : [],
    ),
  ]
}

function findingTexts(audit: Audit, language: Language): readonly SearchText[] {
  const numbers = findingNumbers(audit)
  return findingsInOrder(audit).flatMap((finding) => {
    const number = findingNumber(chapterOf(audit), numbers.get(finding.id) ?? 0, language)
    const title = finding.title.values[0]?.content.body.subject ?? ''
    const place = { at: 'finding', finding: finding.id } as const
    const parts = findingParts.flatMap((part) => finding.parts[part].values.map(({ content }) => content.body.text))
    const measures = measuresOf(audit, finding.id).flatMap(({ text }) =>
      text.values.map(({ content }) => content.body.text),
    )
    const remarks = [finding.id, ...measuresOf(audit, finding.id).map(({ id }) => id)]
      .flatMap((about) => remarksOf(audit, about))
      .map((remark) => remarkOf(remark)?.text ?? '')
    return [
      { kind: 'finding' as const, number, title: '', text: title, place },
      ...parts.map((text) => ({ kind: 'finding' as const, number, title, text, place })),
      ...[...measures, ...dutiesOf(audit, finding.id).map((duty) => ruleOf(duty)?.text ?? '')].map((text) => ({
        kind: 'measure' as const,
        ...{ number, title, text, place },
      })),
      ...remarks.map((text) => ({ kind: 'note' as const, number, title, text, place })),
    ]
  })
}

function itemTexts(audit: Audit): readonly SearchText[] {
  return [...audit.items.values()].flatMap((item) => {
    const listing = listingOf(item)
    if (item.existence === 'removed' || listing === undefined) return []
    const described = item.description.values.map(({ content }) => content.body.text)
    const kept = item.storage.values.map(({ content }) => content.body.place)
    const details = listing.details.map(({ label, value }) => `${label} ${value}`)
    const text = [listing.name, listing.serial, ...described, ...kept, ...details]
      .filter((each) => each !== '')
      .join(' ')
    return [{ kind: 'item', number: listing.tag, title: '', text, place: { at: 'roster', roster: listing.roster } }]
  })
}

function evidenceTexts(audit: Audit): readonly SearchText[] {
  return presentEvidence(audit).map((evidence) => ({
    kind: 'evidence',
    number: '',
    title: '',
    text: captionOf(evidence),
    place: { at: 'evidence', evidence: evidence.id },
  }))
}
