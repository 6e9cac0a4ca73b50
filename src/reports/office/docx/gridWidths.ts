// Percents of a table's width as whole measures that add up to it: a table one measure too wide stands out of the margin.

export function gridWidths(percents: readonly number[], width: number): readonly number[] {
  const total = percents.reduce((sum, percent) => sum + percent, 0)
  let reached = 0
  let edge = 0
  return percents.map((percent) => {
    reached += percent
    const next = Math.round((width * reached) / total)
    const column = next - edge
    edge = next
    return column
  })
}
