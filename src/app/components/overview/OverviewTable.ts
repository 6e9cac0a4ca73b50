// A chart and its table as one thing: the numbers that a row says are the ones that its bar draws.
import type { RouteLocationRaw } from 'vue-router'
import type { ProgressStep } from '../../../domain/overview/progressStep.ts'

/** How an area is drawn, so that it is told apart without colour. */
export type Texture = ProgressStep

export interface OverviewColumn {
  readonly key: string
  readonly word: string
  /** The column's part of the bar; none for sums. */
  readonly texture?: Texture
  readonly role?: 'sum' | 'overdue'
}

export interface OverviewRow {
  readonly key: string
  readonly name: string
  /** What it counts. */
  readonly to?: RouteLocationRaw
  /** Of the columns, in their order. */
  readonly counts: readonly number[]
  /** Sums others up, shown or not: its bar would dwarf every other one, so it has none. */
  readonly isSum?: boolean
  /** The period that today lies in. */
  readonly isNow?: boolean
}

export interface OverviewTable {
  readonly title: string
  /** Of the first column. */
  readonly head: string
  readonly columns: readonly OverviewColumn[]
  readonly rows: readonly OverviewRow[]
}

export interface BarPart {
  readonly key: string
  readonly texture: Texture
  /** Percent of the bar's room. */
  readonly from: number
  readonly size: number
}

/** The parts of a row's bar; the longest bar takes all the room. */
export function barOf({ columns, rows }: OverviewTable, row: OverviewRow): readonly BarPart[] {
  const drawn = columns.flatMap(({ key, texture }, index) => (texture === undefined ? [] : [{ key, texture, index }]))
  const lengthOf = ({ counts }: OverviewRow) => drawn.reduce((sum, { index }) => sum + (counts[index] ?? 0), 0)
  const longest = Math.max(1, ...rows.filter(({ isSum }) => isSum !== true).map(lengthOf))
  let from = 0
  return drawn.flatMap(({ key, texture, index }) => {
    const size = (100 * (row.counts[index] ?? 0)) / longest
    if (size === 0) return []
    from += size
    return [{ key, texture, from: from - size, size }]
  })
}
