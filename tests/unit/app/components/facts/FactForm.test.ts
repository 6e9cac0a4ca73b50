import { expect, test } from 'vitest'
import { emptyFactForm, factGapOf, type FactForm } from '../../../../../src/app/components/facts/FactForm.ts'
import type { FactAnswer, FactView } from '../../../../../src/app/components/facts/FactView.ts'
import type { FindingId } from '../../../../../src/domain/audit/entityIds.ts'

const ids = ['finding:a', 'finding:b'] as FindingId[]
const facts = ids.map((id): FactView => ({
  id,
  number: '',
  subject: '',
  conditions: [],
  state: 'open',
  canConfirm: true,
  who: undefined,
  objection: '',
}))
const agreed: FactAnswer = { outcome: 'agreed', objection: '' }
const silent: FactAnswer = { outcome: 'objected', objection: ' ' }

function formWith(answers: readonly FactAnswer[], more: Partial<FactForm> = {}): FactForm {
  const given = answers.map((answer, index) => [ids[index] ?? ('finding:x' as FindingId), answer] as const)
  return { ...emptyFactForm, answers: new Map(given), ...more }
}

test('every finding needs an answer before anything else', () => {
  expect(factGapOf(facts, formWith([agreed]))).toBe('outcomes')
})

test('who objects says what differs', () => {
  expect(factGapOf(facts, formWith([agreed, silent]))).toBe('objection')
})

test('a name is needed, and a signature by hand or by that name', () => {
  const answered = [agreed, agreed]
  expect(factGapOf(facts, formWith(answered))).toBe('name')
  expect(factGapOf(facts, formWith(answered, { name: '山田' }))).toBe('signature')
  expect(factGapOf(facts, formWith(answered, { name: '山田', isTyped: true }))).toBeUndefined()
  expect(factGapOf(facts, formWith(answered, { name: '山田', strokes: [[1, 2]] }))).toBeUndefined()
})
