// The work plan against the specification as plain values: per item what each cell says, and how many cells say no.
import type { Audit } from '../../../domain/audit/Audit.ts'
import type { Judgement } from '../../../domain/audit/auditVocabulary.ts'
import type { ItemId } from '../../../domain/audit/entityIds.ts'
import { placeWithRole, recordedAnswer } from '../../../domain/audit/placeWithRole.ts'
import { planMatrix, type PlanMatrix, type PlanRow } from '../../../domain/audit/planMatrix.ts'
import { isFailing } from '../../../domain/audit/questionStatus.ts'
import { isInConflict } from '../../../domain/oplog/Register.ts'
import type { PlanElement } from '../../../domain/template/Template.ts'
import { itemTitle } from '../checklist/ItemAnswerView.ts'

export type CellState = 'yes' | 'no' | 'open'
export type MatrixColumn = 'covered' | PlanElement

/** What can be said of a whole row at once. */
export type RowReading = 'all' | 'none' | 'unread'

export interface MatrixRow {
  readonly id: ItemId
  readonly title: string
  readonly detail: string
  readonly cells: Readonly<Record<MatrixColumn, CellState>>
  /** Elements that are there; null while the item is unread. */
  readonly present: number | null
  /** Settled before it is read on. */
  readonly isInConflict: boolean
}

export interface MatrixView {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  /** Per column how many items lack it. */
  readonly lacks: Readonly<Partial<Record<MatrixColumn, number>>>
  readonly read: number
  readonly lacking: number
}

export function matrixView(audit: Audit): MatrixView {
  const matrix = planMatrix(audit)
  const [specified, elements] = [placeWithRole(audit, 'specified'), placeWithRole(audit, 'plan-elements')]
  const asked = [specified, elements].filter((place) => place !== undefined)
  const isContested = ({ item }: PlanRow) =>
    asked.some((place) => {
      const answer = recordedAnswer(audit, place, item.id)
      return answer !== undefined && (isInConflict(answer.judgement) || isInConflict(answer.value))
    })
  const rows = matrix.rows.map((row) => ({ ...matrixRow(row, matrix), isInConflict: isContested(row) }))
  const columns: MatrixColumn[] = [
    ...(specified === undefined ? [] : ['covered' as const]),
    ...(elements === undefined ? [] : matrix.columns),
  ]
  const lacks = Object.fromEntries(
    columns.map((column) => [column, rows.filter(({ cells }) => cells[column] === 'no').length]),
  )
  return { columns, rows, lacks, read: matrix.read, lacking: matrix.lacking }
}

function matrixRow({ item, covered, present }: PlanRow, { columns }: PlanMatrix): Omit<MatrixRow, 'isInConflict'> {
  const state = (element: PlanElement): CellState =>
    present === undefined ? 'open' : present.includes(element) ? 'yes' : 'no'
  const cells = Object.fromEntries(columns.map((element) => [element, state(element)]))
  return {
    id: item.id,
    ...itemTitle(item),
    cells: { ...(cells as Record<PlanElement, CellState>), covered: coveredState(covered) },
    present: present?.length ?? null,
  }
}

function coveredState(covered: Judgement | undefined): CellState {
  if (covered === 'conforming') return 'yes'
  return isFailing(covered) ? 'no' : 'open'
}

/** What a tap makes of a cell. An element is there or not; whether an item is covered can be left open again. */
export function tapped(column: MatrixColumn, state: CellState): CellState {
  if (state === 'open') return 'yes'
  if (state === 'yes') return 'no'
  return column === 'covered' ? 'open' : 'yes'
}
