// A conflict as the screen shows it: the versions in words, with who wrote them, where and when. No operation, no register.

export interface ConflictSide {
  readonly key: string
  readonly author: string
  readonly isThisDevice: boolean
  /** ISO instant of the writing tablet's clock: a claim to read, never a reason to prefer one side. */
  readonly at: string
  /** What that clock was off by then, as far as its tablet knew, in milliseconds. */
  readonly offset: number | null
  readonly words: string
}

export interface ConflictView {
  readonly key: string
  /** What was changed twice: 措置内容, 措置日. */
  readonly label: string
  readonly sides: readonly ConflictSide[]
  /** The draft that holds what all sides say; only texts have one. */
  readonly merged?: string
}

export type ConflictChoice =
  { readonly type: 'side'; readonly key: string } | { readonly type: 'merged'; readonly text: string }

/** Conflict → choice, for those that a person has decided so far. */
export type ConflictChoices = ReadonlyMap<string, ConflictChoice>
