// One item of a roster as the list shows it, as plain values.
import type { Audit, RosterItem } from '../../../domain/audit/Audit.ts'
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
  /** How many versions of the listing there are: more than one is a conflict. */
  readonly versions: number
  /** Removed on one tablet, changed on another. */
  readonly isFlagged: boolean
  /** Answers of the questions that are judged in the list itself. */
  readonly cells: readonly RosterCell[]
}

export function rosterItemViews(
  audit: Audit,
  roster: RosterKind,
  columns: readonly QuestionPlace[],
): readonly RosterItemView[] {
  return presentItems(audit, roster).map((item) => ({
    id: item.id,
    ...listed(item),
    versions: item.listing.values.length,
    isFlagged: item.existence === 'removed-but-edited',
    cells: columns.map(({ template, question }) => {
      const answer = answerOf(audit, { template: template.id, question: question.id, item: item.id })
      return {
        question: question.id,
        judgement: judgementOf(answer) ?? null,
        isInConflict: isInConflict(answer.judgement),
      }
    }),
  }))
}

function listed(item: RosterItem): Pick<RosterItemView, 'tag' | 'name' | 'source'> {
  const { tag, name, source } = listingOf(item) ?? { tag: '', name: '', source: 'found' }
  return { tag, name, source }
}
