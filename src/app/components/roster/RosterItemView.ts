// One item of a roster as the list shows it, as plain values: built anew only for items that changed, for lists of thousands.
import type { Answer, Audit, RosterItem } from '../../../domain/audit/Audit.ts'
import type { ItemSource, Judgement } from '../../../domain/audit/auditVocabulary.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import type { QuestionPlace } from '../../../domain/audit/progressOf.ts'
import { answerOf, judgementOf } from '../../../domain/audit/questionStatus.ts'
import { listingOf, presentItems } from '../../../domain/audit/roster.ts'
import { isInConflict } from '../../../domain/oplog/Register.ts'
import type { RosterKind } from '../../../domain/template/Template.ts'

export interface RosterCell {
  /** Id of the question. */
  readonly question: string
  readonly judgement: Judgement | null
  readonly isInConflict: boolean
}

export interface RosterItemView {
  readonly id: ItemId
  readonly tag: string
  readonly name: string
  readonly source: ItemSource
  readonly serial: string
  /** Further columns of the register it was imported from. */
  readonly details: readonly { readonly label: string; readonly value: string }[]
  /** What the filter looks into: all of the above without regard to width and case. */
  readonly sought: string
  /** How many versions of the listing there are: more than one is a conflict. */
  readonly versions: number
  /** Removed on one tablet, changed on another. */
  readonly isFlagged: boolean
  /** Answers of the questions that are judged in the list itself. */
  readonly cells: readonly RosterCell[]
}

interface Known {
  readonly answers: readonly Answer[]
  readonly view: RosterItemView
}

/** Items and answers that are the same objects as before give the same view again. */
export function createRosterItemViews() {
  const known = new WeakMap<RosterItem, Known>()
  return (audit: Audit, roster: RosterKind, columns: readonly QuestionPlace[]): readonly RosterItemView[] =>
    presentItems(audit, roster).map((item) => {
      const answers = columns.map(({ template, question }) =>
        answerOf(audit, { template: template.id, question: question.id, item: item.id }),
      )
      const before = known.get(item)
      const isSame =
        before?.answers.length === answers.length &&
        before.answers.every((answer, at) => isSameAnswer(answer, answers[at]))
      const view = before !== undefined && isSame ? before.view : rosterItemView(item, answers)
      known.set(item, { answers, view })
      return view
    })
}

/** One that nothing was recorded of is made anew at each look. */
function isSameAnswer(before: Answer, now: Answer | undefined): boolean {
  return before === now || (before.id === now?.id && before.judgement.values.length + now.judgement.values.length === 0)
}

function rosterItemView(item: RosterItem, answers: readonly Answer[]): RosterItemView {
  const { tag, name, source, serial, details } = listingOf(item) ?? unlisted
  return {
    id: item.id,
    tag,
    name,
    source,
    serial,
    details,
    sought: comparable([tag, name, serial, ...details.map(({ value }) => value)].join('\n')),
    versions: item.listing.values.length,
    isFlagged: item.existence === 'removed-but-edited',
    cells: answers.map((answer) => ({
      question: answer.ref.question,
      judgement: judgementOf(answer) ?? null,
      isInConflict: isInConflict(answer.judgement),
    })),
  }
}

const unlisted = { tag: '', name: '', source: 'found', serial: '', details: [] } as const

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Every word of what is sought stands somewhere in the item. */
export function soughtItems(items: readonly RosterItemView[], sought: string): readonly RosterItemView[] {
  const words = comparable(sought)
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length === 0 ? items : items.filter((item) => words.every((word) => item.sought.includes(word)))
}
