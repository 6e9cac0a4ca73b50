// The machines with the age of their pattern files, as plain values, and which of them comes first.
import type { Answer, Audit, RosterItem } from '../../../domain/audit/Audit.ts'
import { askedItems } from '../../../domain/audit/askedItems.ts'
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'
import { currencyOf, type Currency } from '../../../domain/audit/currencyCheck.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import { placeWithRole, recordedAnswer } from '../../../domain/audit/placeWithRole.ts'
import { judgementOf } from '../../../domain/audit/questionStatus.ts'
import type { CalendarDay } from '../../../domain/calendar/CalendarDay.ts'
import { isInConflict } from '../../../domain/oplog/Register.ts'
import { itemTitle } from '../checklist/ItemAnswerView.ts'

export interface CurrencyRow extends Currency {
  readonly id: ItemId
  readonly title: string
  readonly detail: string
  readonly judgement: Judgement | null
  /** A value in conflict is not edited but settled. */
  readonly isInConflict: boolean
}

export const currencyFilters = ['all', 'over', 'unknown', 'current'] as const
export type CurrencyFilter = (typeof currencyFilters)[number]

interface Known {
  readonly machine: RosterItem
  readonly answer: Answer | undefined
  readonly row: CurrencyRow
}

/** Builds the rows, and hands out the earlier ones wherever neither the machine nor its answer is another. */
export function createCurrencyRows(): (audit: Audit, on: CalendarDay) => readonly CurrencyRow[] {
  let known = new Map<ItemId, Known>()
  let knownOn: CalendarDay | undefined
  return (audit, on) => {
    const place = placeWithRole(audit, 'definition-date')
    const before = on === knownOn ? known : new Map<ItemId, Known>()
    known = new Map(
      (place?.question.perRoster === 'machines' ? askedItems(audit, 'machines') : []).map((machine) => {
        const answer = recordedAnswer(audit, place, machine.id)
        const earlier = before.get(machine.id)
        const isSame = earlier?.machine === machine && earlier.answer === answer
        return [machine.id, isSame ? earlier : { machine, answer, row: currencyRow(audit, machine, { answer, on }) }]
      }),
    )
    knownOn = on
    return [...known.values()].map(({ row }) => row)
  }
}

function currencyRow(
  audit: Audit,
  machine: RosterItem,
  { answer, on }: { readonly answer: Answer | undefined; readonly on: CalendarDay },
): CurrencyRow {
  return {
    id: machine.id,
    ...itemTitle(machine),
    ...currencyOf(audit, machine, on),
    judgement: (answer && judgementOf(answer)) ?? null,
    isInConflict:
      isInConflict(machine.renewal) ||
      (answer !== undefined && (isInConflict(answer.value) || isInConflict(answer.judgement))),
  }
}

const rank = { over: 0, unknown: 1, current: 2 } as const

/** The furthest over the limit first, then those without a date, then the oldest of the rest. */
export function worstFirst(rows: readonly CurrencyRow[]): readonly CurrencyRow[] {
  return [...rows].sort((a, b) => rank[a.state] - rank[b.state] || (b.ageDays ?? 0) - (a.ageDays ?? 0))
}

export function currencyCounts(rows: readonly CurrencyRow[]): Readonly<Record<CurrencyFilter, number>> {
  const counts = { all: rows.length, over: 0, unknown: 0, current: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

export function matchesFilter(row: CurrencyRow, filter: CurrencyFilter): boolean {
  return filter === 'all' || row.state === filter
}
