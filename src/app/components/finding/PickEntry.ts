// One line of a list to choose from.

export interface PickEntry {
  readonly key: string
  /** A number or id. */
  readonly lead: string
  readonly title: string
  readonly detail: string
}
