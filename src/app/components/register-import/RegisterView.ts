// What the import screen shows of a chosen register. Plain data: the components neither read files nor decide anything.
import type { ItemSource } from '../../../domain/audit/auditVocabulary.ts'

export const columnChoices = ['tag', 'serial', 'name', 'detail', 'skip'] as const
export type ColumnChoice = (typeof columnChoices)[number]

export interface RegisterColumn {
  /** Its header; empty where it has none. */
  readonly label: string
  /** A, B, … */
  readonly letter: string
  readonly choice: ColumnChoice
}

export interface RegisterRow {
  /** In the file, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface HeaderOption {
  /** No two have the same. */
  readonly key: string
  /** Indexes among the rows; null for no header. */
  readonly header: { readonly first: number; readonly last: number } | null
  /** Where it stands, and how it begins. */
  readonly text: string
}

/** A choice how the file is read; sheets by number. */
export interface ReadingOption {
  readonly value: string
  readonly word: string
}

export interface RegisterProblem {
  readonly row: number
  /** Header or letter of the column; empty where the row as a whole is meant. */
  readonly column: string
  readonly sentence: string
  readonly isLeftOut: boolean
}

export interface RegisterCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Rows that are not taken. */
  readonly leftOut: number
}

export interface RegisterView {
  readonly fileName: string
  readonly format: 'csv' | 'xlsx'
  /** What the file was read as, and what else it could be: encodings of a CSV file, sheets of a workbook. */
  readonly readAs: string
  readonly readings: readonly ReadingOption[]
  /** Key of the one that is chosen. */
  readonly header: string
  readonly headers: readonly HeaderOption[]
  readonly columns: readonly RegisterColumn[]
  /** The first entries. */
  readonly preview: readonly RegisterRow[]
  readonly entries: number
  readonly isRemembered: boolean
  /** What a person should look at before anything else, as sentences. */
  readonly remarks: readonly string[]
  readonly source: ItemSource
  readonly counts: RegisterCounts
  readonly problems: readonly RegisterProblem[]
}

export type RegisterStep =
  | { readonly state: 'choosing'; readonly problem?: string }
  | { readonly state: 'reading'; readonly fileName: string }
  | { readonly state: 'shown' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  /** `missing`: rows that were not saved, because the person stopped it or the tablet could not save them. */
  | { readonly state: 'done'; readonly saved: number; readonly missing: number; readonly problem?: string }
