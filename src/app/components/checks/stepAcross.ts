// Where a key leads in a table of cells: along its row, along its column, to the row's ends. Never beyond an edge.

export interface CellPlace {
  readonly row: number
  readonly column: number
}

interface Size {
  readonly rows: number
  readonly columns: number
}

/** Undefined for a key that does not move. A place without a cell is gone past; where none follows, the step is not made. */
export function stepAcross(
  key: string,
  from: CellPlace,
  size: Size,
  hasCell: (place: CellPlace) => boolean,
): CellPlace | undefined {
  const place = stepOnce(key, from, size)
  if (place === undefined || hasCell(place)) return place
  const isEdge = place.row === from.row && place.column === from.column
  return isEdge ? undefined : stepAcross(key, place, size, hasCell)
}

function stepOnce(key: string, { row, column }: CellPlace, { rows, columns }: Size): CellPlace | undefined {
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value))
  switch (key) {
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) }
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) }
    case 'ArrowDown':
      return { row: within(row + 1, rows), column }
    case 'ArrowUp':
      return { row: within(row - 1, rows), column }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: columns - 1 }
    default:
      return undefined
  }
}
