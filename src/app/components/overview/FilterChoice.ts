// One of the lists that an overview can be narrowed by.

export interface FilterChoice {
  /** Its name in the address. */
  readonly key: string
  readonly word: string
  /** Null: everything. */
  readonly chosen: string | null
  readonly options: readonly { readonly value: string | null; readonly word: string }[]
}
