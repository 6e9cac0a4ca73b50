// A finding as the open row names it.

export interface FindingStripView {
  /** ２（１） */
  readonly number: string
  readonly title: string
  readonly isDraft: boolean
}
