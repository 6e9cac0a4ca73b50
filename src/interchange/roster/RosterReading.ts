// What a register's rows read as: the entries of a list, and the remarks about them by row and column.
import type { CalendarProblem } from '../../domain/calendar/CalendarProblem.ts'

export interface RosterRow {
  /** In the file, from 1. */
  readonly row: number
  readonly tag: string
  readonly serial: string
  readonly name: string
  readonly details: readonly { readonly label: string; readonly value: string }[]
}

interface Place {
  readonly row: number
  /** From 0. */
  readonly column: number
}

export type RosterProblem =
  /** Left out: nothing in it tells the item from others. */
  | ({ readonly code: 'number-missing' } & Place)
  /** Left out: `first` is the row with the same number, or with the same serial under another number. */
  | ({ readonly code: 'number-twice'; readonly number: string; readonly first: number } & Place)
  /** Left out: a number as long as this is none. */
  | ({ readonly code: 'number-too-long' } & Place)
  /** Taken, cut short. */
  | ({ readonly code: 'text-too-long'; readonly length: number } & Place)
  /** Taken without them. */
  | ({ readonly code: 'control-characters' } & Place)
  /** Taken as written. */
  | ({ readonly code: 'date-unclear'; readonly text: string; readonly why: CalendarProblem['code'] } & Place)

const leftOut: readonly RosterProblem['code'][] = ['number-missing', 'number-twice', 'number-too-long']

export function isLeftOut({ code }: RosterProblem): boolean {
  return leftOut.includes(code)
}

export interface RosterReading {
  readonly rows: readonly RosterRow[]
  readonly problems: readonly RosterProblem[]
  /** Columns that were to be kept but find no place: an entry holds so many details. */
  readonly crowdedOut: readonly string[]
}
