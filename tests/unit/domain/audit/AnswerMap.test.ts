import { describe, expect, test } from 'vitest'
import { AnswerMap } from '../../../../src/domain/audit/AnswerMap.ts'
import { parseAnswerEntity } from '../../../../src/domain/audit/entityIds.ts'
import { readAnswerOf } from '../../../../src/domain/audit/readAudit.ts'
import { must } from '../../../../src/domain/must.ts'
import type { EntityId } from '../../../../src/domain/oplog/Dot.ts'
import type { EntityState } from '../../../../src/domain/oplog/StreamState.ts'

const idOf = (question: string) => `answer:antivirus/${question}` as EntityId
const anEntity = (question: string): EntityState => ({
  id: idOf(question),
  registers: new Map(),
  superseded: new Set(),
})

/** Beside the map, the ids in the order in which their answers were made. */
function mapOf(...questions: string[]) {
  const made: EntityId[] = []
  const map = new AnswerMap((entity) => {
    made.push(entity.id)
    return readAnswerOf(entity.id, must(parseAnswerEntity(entity.id), 'a question'), entity)
  })
  for (const question of questions) map.put(anEntity(question))
  return { map, made }
}

describe('the answers of an audit', () => {
  test('are made when they are looked at, one by one, and stay the same object', () => {
    const { map, made } = mapOf('A01', 'A02')
    expect([map.size, map.has(idOf('A02')), [...map.keys()]]).toEqual([2, true, [idOf('A01'), idOf('A02')]])
    expect(made).toEqual([])
    const answer = map.get(idOf('A02'))
    expect(answer?.ref.question).toBe('A02')
    expect(map.get(idOf('A02'))).toBe(answer)
    expect([...map.values()][1]).toBe(answer)
    expect(made).toEqual([idOf('A02'), idOf('A01')])
  })

  test('come in the order in which they were put in, whichever were looked at before', () => {
    const { map } = mapOf('A03', 'A01', 'A02')
    map.get(idOf('A02'))
    const order = ['A03', 'A01', 'A02']
    expect([...map].map(([, { ref }]) => ref.question)).toEqual(order)
    expect([...map.entries()].map(([id]) => id)).toEqual(order.map(idOf))
    const visited: string[] = []
    map.forEach(({ ref }) => visited.push(ref.question))
    expect(visited).toEqual(order)
  })

  test('are made anew where they are put in again, and there alone', () => {
    const { map } = mapOf('A01', 'A02')
    const [first, second] = [...map.values()]
    map.put(anEntity('A01'))
    expect(map.get(idOf('A01'))).not.toBe(first)
    expect([...map.values()][1]).toBe(second)
    expect([...map.values()]).toHaveLength(2)
  })

  test('are none under an id that was not put in', () => {
    const { map } = mapOf('A01')
    expect([map.get(idOf('A09')), map.has(idOf('A09'))]).toEqual([undefined, false])
  })
})
