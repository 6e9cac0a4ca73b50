// Gathers rows of either format within the limits; both readers go through it, so both refuse the same tables.
import type { TableRefusal, TableRow } from './Table.ts'
import { tableLimits } from './tableLimits.ts'

export interface RowCollector {
  readonly add: (row: number, cells: readonly string[]) => void
  /** True once a limit is passed: reading may stop then. */
  readonly isFull: () => boolean
  readonly end: () => {
    readonly rows: readonly TableRow[]
    readonly columns: number
    readonly refusal: TableRefusal | undefined
  }
}

export function collectRows(): RowCollector {
  const rows: TableRow[] = []
  let columns = 0
  let refusal: TableRefusal | undefined
  return {
    add(row, cells) {
      const trimmed = cells.map((cell) => cell.trim())
      const width = trimmed.findLastIndex((cell) => cell !== '') + 1
      if (width === 0) return
      columns = Math.max(columns, width)
      rows.push({ row, cells: trimmed.slice(0, width) })
      if (columns > tableLimits.columns) refusal = 'too-many-columns'
      else if (rows.length > tableLimits.rows) refusal = 'too-many-rows'
    },
    isFull: () => refusal !== undefined,
    end: () => ({ rows, columns, refusal: refusal ?? (rows.length === 0 ? 'file-empty' : undefined) }),
  }
}
