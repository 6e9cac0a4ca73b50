import { describe, expect, test } from 'vitest'
import {
  historyQuery,
  isRowShown,
  readHistoryFilter,
  wholeHistory,
  type HistoryFilter,
} from '../../../../../src/app/components/history/historyFilter.ts'
import { historyRows } from '../../../../../src/app/components/history/historyRows.ts'
import { subjectsOf } from '../../../../../src/app/components/history/subjectsOf.ts'
import { decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import { decideWordFinding } from '../../../../../src/domain/audit/decideFinding.ts'
import { decideRaiseEmptyFinding } from '../../../../../src/domain/audit/decideRaiseFinding.ts'
import { newFindingId, newMeasureId } from '../../../../../src/domain/audit/entityIds.ts'
import { decideAddMeasure, decideRemoveMeasure } from '../../../../../src/domain/audit/measure.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, refOf } from '../../../../support/anAudit.ts'

const finding = newFindingId('one')
const measure = newMeasureId('one')

/** An answer, a finding and a measure of it that was removed again. */
function aHistory() {
  const tanaka = anAudit('tanaka')
  tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A02')), 'nonconforming'))
  tanaka.write(decideRaiseEmptyFinding(tanaka.audit, finding))
  tanaka.write(decideWordFinding(must(tanaka.audit.findings.get(finding), 'finding'), 'cause', '原因。'))
  tanaka.write(decideAddMeasure(tanaka.audit, finding, { id: measure, type: 'correction', text: '措置。' }))
  const removed = must(tanaka.audit.measures.get(measure), 'measure')
  tanaka.write(decideRemoveMeasure(removed, must(tanaka.document.state.entities.get(measure), 'its entries')))
  const log = tanaka.written.map((operation, place) => ({
    operation: { ...operation, at: new Date(Date.UTC(2024, 2, 1, 0, place)).toISOString() },
  }))
  return historyRows(log, subjectsOf(tanaka.written))
}

const rows = aHistory()
const facts = () => ({ standing: 'counts', isSettling: false, isTakenBack: false }) as const
const shown = (part: Partial<HistoryFilter>) =>
  rows.filter((row) => isRowShown(row, { ...wholeHistory, ...part }, facts))
const kindsOf = (part: Partial<HistoryFilter>) => shown(part).map(({ logged }) => logged.operation.kind)

describe('the history of an audit', () => {
  test('[A24] lists everything once, newest first', () => {
    expect(rows[0]?.logged.operation.kind).toBe('measure-removed')
    expect(rows.map(({ moment }) => moment)).toEqual([...rows.map(({ moment }) => moment)].sort((a, b) => b - a))
  })

  test('[A24] puts a removed measure with all its changes under its finding', () => {
    const kinds = kindsOf({ place: finding })
    expect(kinds).toEqual(expect.arrayContaining(['finding-raised', 'measure-worded', 'measure-removed']))
    expect(kinds).not.toContain('answer-judged')
  })

  test('shows what was changed about a question', () => {
    expect(kindsOf({ place: 'question:A02' })).toEqual(['answer-judged'])
    expect(kindsOf({ place: measure })).toEqual(expect.arrayContaining(['measure-placed']))
  })

  test('tells kinds of change apart, each row in one of them', () => {
    expect(new Set(shown({ group: 'answers' }).map(({ group }) => group))).toEqual(new Set(['answers']))
    expect(kindsOf({ group: 'measures' })).not.toContain('finding-raised')
    const groups = [...new Set(rows.map(({ group }) => group))]
    expect(groups.flatMap((group) => shown({ group })).length).toBe(rows.length)
  })

  test('keeps what is chosen in the address', () => {
    for (const place of [finding, 'question:A02', measure]) {
      const filter: HistoryFilter = { ...wholeHistory, group: 'acts', by: 'person-1', place, text: '原因' }
      expect(readHistoryFilter(historyQuery(filter))).toEqual(filter)
    }
    expect(historyQuery(wholeHistory)).toEqual({})
    expect(readHistoryFilter({ kind: 'nonsense', entity: '<b>', state: ['settled'] })).toEqual(wholeHistory)
  })
})
