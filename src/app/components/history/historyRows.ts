// The whole history of an audit as a list, newest first: enough of each change to filter and group it, no words yet.
import { registerOf } from './contentOf.ts'
import { momentOf, type LoggedOperation } from './createHistoryReader.ts'
import { isBinding } from '../../../domain/audit/isBinding.ts'
import type { EntityId } from '../../../domain/oplog/Dot.ts'

/** 署名・承認など・点検・対象・指摘・措置・証拠・監査の内容. Each change is in one of them. */
export const historyGroups = ['acts', 'answers', 'objects', 'findings', 'measures', 'evidence', 'audit'] as const
export type HistoryGroup = (typeof historyGroups)[number]

export interface HistoryRow {
  readonly id: string
  readonly logged: LoggedOperation
  /** What it belongs to: a finding, a question, an item, the audit. */
  readonly subject: EntityId
  readonly group: HistoryGroup
  /** Milliseconds since 1970, the tablet's clock put right where that is known. */
  readonly moment: number
}

export function historyRows(
  log: readonly LoggedOperation[],
  subjectOf: (entity: EntityId) => EntityId,
): readonly HistoryRow[] {
  const rows = log.map((logged): HistoryRow => {
    const { operation } = logged
    return {
      id: operation.dot,
      logged,
      subject: subjectOf(operation.entity),
      group: groupOf(operation),
      moment: momentOf(operation),
    }
  })
  // The same instant keeps the order of the log: stable, and turned round with the rest.
  return rows.reverse().sort((a, b) => b.moment - a.moment)
}

const groupByEntity: Readonly<Record<string, HistoryGroup>> = {
  answer: 'answers',
  sample: 'answers',
  pick: 'answers',
  item: 'objects',
  reconciliation: 'objects',
  finding: 'findings',
  remark: 'findings',
  measure: 'measures',
  duty: 'measures',
  occurrence: 'measures',
  evidence: 'evidence',
}

function groupOf(operation: LoggedOperation['operation']): HistoryGroup {
  const register = registerOf(operation)
  if (register !== undefined && isBinding(register)) return 'acts'
  const [type = ''] = operation.entity.split(':')
  return groupByEntity[type] ?? 'audit'
}
