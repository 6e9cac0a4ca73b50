// Moving one of a list up or down by writing as few positions as possible, so that two people who reorder meet in few conflicts.

export interface Placed {
  readonly id: string
  readonly position: number
}

/** The new positions of those that must change: normally the moved one alone. `list` is in its order. */
export function movePosition(list: readonly Placed[], id: string, by: -1 | 1): ReadonlyMap<string, number> {
  const from = list.findIndex((each) => each.id === id)
  const to = from + by
  const moved = list[from]
  if (moved === undefined || to < 0 || to >= list.length) return new Map()
  const others = list.filter((each) => each !== moved)
  const order = [...others.slice(0, to), moved, ...others.slice(to)]
  const before = order[to - 1]?.position
  const after = order[to + 1]?.position
  const between = middle(before, after)
  if (between !== undefined) return new Map([[id, between]])
  // Two stand at the same place, as when both were added offline: the whole list is numbered anew.
  return new Map(order.flatMap((each, index) => (each.position === index + 1 ? [] : [[each.id, index + 1] as const])))
}

function middle(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return after === undefined ? undefined : after - 1
  if (after === undefined) return before + 1
  const between = (before + after) / 2
  return between > before && between < after ? between : undefined
}
