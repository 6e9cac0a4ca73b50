// A period of the measures over time as it is drawn, with the words of the axis.

export interface FlowColumn {
  readonly key: string
  /** Under the column: 4–6月. */
  readonly tick: string
  /** Under the first column of a fiscal year, and empty under the others: 令和6年度. */
  readonly year: string
  readonly position: 'past' | 'current' | 'ahead'
  readonly planned: number
  readonly done: number
  readonly verified: number
}
