// Where a key leads in a list of rows: one on, one back, a page, the first, the last. Never beyond either end.

export interface ListPlace {
  readonly from: number
  readonly count: number
  /** Rows in sight. */
  readonly page: number
}

/** Undefined for a key that does not move. */
export function stepThrough(key: string, { from, count, page }: ListPlace): number | undefined {
  const wanted = new Map([
    ['ArrowDown', from + 1],
    ['ArrowUp', from - 1],
    ['PageDown', from + page],
    ['PageUp', from - page],
    ['Home', 0],
    ['End', count - 1],
  ]).get(key)
  return wanted === undefined ? undefined : Math.min(count - 1, Math.max(0, wanted))
}
