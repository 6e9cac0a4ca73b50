// Hands out the earlier object wherever a newly built view says the same, so that only what changed is drawn again.

/** Views must be plain JSON. */
export function keepUnchanged<View extends { readonly id: string }>(
  earlier: readonly View[] | undefined,
  built: readonly View[],
): readonly View[] {
  if (earlier === undefined) return built
  const known = new Map(earlier.map((view) => [view.id, view]))
  return built.map((view) => {
    const before = known.get(view.id)
    return before !== undefined && JSON.stringify(before) === JSON.stringify(view) ? before : view
  })
}
