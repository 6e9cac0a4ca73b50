// The rows of a register as items of a list, and what is the matter with them, each with its place in the file.
// Nothing is left out or changed without being said.
import { itemNumberKey } from '../../domain/audit/itemNumberKey.ts'
import type { RosterKind } from '../../domain/template/Template.ts'
import type { Table, TableRow } from '../Table.ts'
import { columnLabels, columnLetter } from './columnLabels.ts'
import type { ColumnRole } from './ColumnRole.ts'
import type { HeaderSpan } from './headerSpan.ts'
import { readDateCell } from './readDateCell.ts'
import type { RosterProblem, RosterReading, RosterRow } from './RosterReading.ts'
import { hasInvisible, tidyText } from './tidyText.ts'

/** What one entry of a list holds at most. */
const limits = { number: 200, name: 500, label: 100, value: 500, details: 30 } as const

export interface ColumnMapping {
  /** The list that the rows go into. */
  readonly roster: RosterKind
  readonly header: HeaderSpan | undefined
  readonly roles: readonly ColumnRole[]
}

export function readRosterRows(table: Table, { roster, header, roles }: ColumnMapping): RosterReading {
  const labels = columnLabels(table, header)
  const detailColumns = roles.flatMap((role, column) => (role === 'detail' ? [column] : []))
  const columns: Columns = {
    tag: roles.indexOf('tag'),
    serial: roles.indexOf('serial'),
    name: roles.indexOf('name'),
    details: detailColumns.slice(0, limits.details),
    labels,
  }
  const span = header ?? { first: 0, last: -1 }
  const heads = table.rows.slice(span.first, span.last + 1)
  const entries = table.rows.slice(span.last + 1).filter((row) => !heads.some((head) => isSameRow(row, head)))
  const problems: RosterProblem[] = []
  const seen: Seen = { tag: new Map(), serial: new Map() }
  const rows = entries.flatMap((entry) => {
    const reading = new CellReading(entry, columns, problems)
    const row = reading.read()
    return row !== undefined && isNew(row, columns, { roster, seen, problems }) ? [row] : []
  })
  const crowdedOut = detailColumns.slice(limits.details).map((column) => labels[column] ?? '')
  return { rows, problems, crowdedOut }
}

interface Columns {
  readonly tag: number
  readonly serial: number
  readonly name: number
  readonly details: readonly number[]
  readonly labels: readonly string[]
}

/** Printed registers repeat their header on each page. */
function isSameRow(row: TableRow, head: TableRow): boolean {
  return row.cells.length === head.cells.length && row.cells.every((cell, at) => cell === head.cells[at])
}

/** Reads the cells of one row and notes what is the matter with them. */
class CellReading {
  readonly #entry: TableRow
  readonly #columns: Columns
  readonly #problems: RosterProblem[]

  constructor(entry: TableRow, columns: Columns, problems: RosterProblem[]) {
    this.#entry = entry
    this.#columns = columns
    this.#problems = problems
  }

  /** Undefined where the row is left out. */
  read(): RosterRow | undefined {
    const { tag, serial, name, details, labels } = this.#columns
    const numbers = { tag: this.#text(tag), serial: this.#text(serial) }
    const title = this.#text(name)
    const refusal = this.#refusalOf(numbers, title)
    if (refusal !== undefined) {
      this.#note(refusal)
      return undefined
    }
    return {
      row: this.#entry.row,
      // A register that numbers by serial alone: the serial then is the number by which the list knows the item.
      tag: numbers.tag || numbers.serial,
      serial: numbers.serial,
      name: this.#short(title, name, limits.name),
      details: details.flatMap((column) => {
        const label = labels[column] || columnLetter(column)
        const value = this.#short(this.#dated(column, label), column, limits.value)
        return value === '' ? [] : [{ label: label.slice(0, limits.label), value }]
      }),
    }
  }

  #refusalOf(numbers: Pick<RosterRow, 'tag' | 'serial'>, title: string): Unplaced<RosterProblem> | undefined {
    const { tag, serial, name } = this.#columns
    // Where a list has numbers, an entry without one could not be found again; where it has none, its name tells it.
    const hasNumbers = tag !== -1 || serial !== -1
    const main = hasNumbers ? numbers.tag || numbers.serial : title
    if (main === '') return { code: 'number-missing', column: [tag, serial, name].find((column) => column !== -1) ?? 0 }
    const long = (['tag', 'serial'] as const).find((key) => numbers[key].length > limits.number)
    return long && { code: 'number-too-long', column: this.#columns[long] }
  }

  #text(column: number): string {
    const cell = this.#entry.cells[column] ?? ''
    if (hasInvisible(cell)) this.#note({ code: 'control-characters', column })
    return tidyText(cell)
  }

  #dated(column: number, label: string): string {
    const text = this.#text(column)
    const date = readDateCell(label, text)
    if (date.problem !== undefined) this.#note({ code: 'date-unclear', text, why: date.problem, column })
    return date.text
  }

  #short(text: string, column: number, most: number): string {
    if (text.length <= most) return text
    this.#note({ code: 'text-too-long', length: text.length, column })
    // Not in the middle of a character of two units.
    return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
  }

  #note(problem: Unplaced<RosterProblem>): void {
    this.#problems.push({ ...problem, row: this.#entry.row })
  }
}

type Unplaced<Problem> = Problem extends unknown ? Omit<Problem, 'row'> : never

/** Key of a number → the row it first stood in. */
interface Seen {
  readonly tag: Map<string, number>
  readonly serial: Map<string, number>
}

/** Notes a number that stands in the file twice; its second entry is not taken. */
function isNew(
  row: RosterRow,
  columns: Columns,
  to: { readonly roster: RosterKind; readonly seen: Seen; readonly problems: RosterProblem[] },
): boolean {
  const numbers = { tag: itemNumberKey(to.roster, row.tag), serial: itemNumberKey(to.roster, row.serial) }
  for (const kind of ['tag', 'serial'] as const) {
    const first = to.seen[kind].get(numbers[kind])
    if (numbers[kind] === '' || first === undefined) continue
    const column = columns[kind] === -1 ? columns.serial : columns[kind]
    to.problems.push({ code: 'number-twice', number: row[kind], first, row: row.row, column })
    return false
  }
  for (const kind of ['tag', 'serial'] as const) to.seen[kind].set(numbers[kind], row.row)
  return true
}
