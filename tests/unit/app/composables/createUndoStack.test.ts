import { expect, test } from 'vitest'
import { createUndoStack } from '../../../../src/app/composables/createUndoStack.ts'
import { decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideImportItems } from '../../../../src/domain/audit/decideImportItems.ts'
import { decideUndo } from '../../../../src/domain/audit/decideUndo.ts'
import { newItemId } from '../../../../src/domain/audit/entityIds.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { presentItems } from '../../../../src/domain/audit/roster.ts'
import { must } from '../../../../src/domain/must.ts'
import { settledValue } from '../../../../src/domain/oplog/Register.ts'
import { anAudit, refOf, valueOf } from '../../../support/anAudit.ts'

const rows = ['A', 'B', 'C'].map((tag, index) => ({ row: index + 1, tag, name: '', serial: '', details: [] }))

function anImport() {
  const device = anAudit()
  const state = () => device.document.state
  let ids = 0
  const { drafts } = decideImportItems(device.audit, { roster: 'media', source: 'register' }, rows, () =>
    newItemId(String((ids += 1))),
  )
  return { device, state, drafts, stack: createUndoStack(state) }
}

test('an import that is saved in parts is taken back as one', () => {
  const { device, state, drafts, stack } = anImport()
  const remember = stack.prepare(drafts)
  remember([...device.write(drafts.slice(0, 2)), ...device.write(drafts.slice(2))], '管理簿.csv から 3件を取り込み')
  const { operations, earlier } = must(stack.take(), 'a step')
  device.write(valueOf(decideUndo(state(), operations, earlier)))
  expect(presentItems(device.audit, 'media')).toEqual([])
})

test('an import that was stopped on its way takes back what was saved, and touches nothing else', () => {
  const { device, state, drafts, stack } = anImport()
  const remember = stack.prepare(drafts)
  remember(device.write(drafts.slice(0, 2)), '管理簿.csv から 3件を取り込み')
  const { operations, earlier } = must(stack.take(), 'a step')
  const back = valueOf(decideUndo(state(), operations, earlier))
  expect(back.map(({ kind, entity }) => ({ kind, entity }))).toEqual([
    { kind: 'item-removed', entity: 'item:1' },
    { kind: 'item-removed', entity: 'item:2' },
  ])
})

test('a change of which nothing was saved leaves nothing to take back', () => {
  const { drafts, stack } = anImport()
  stack.prepare(drafts)([], '管理簿.csv から 3件を取り込み')
  expect(stack.steps.value).toEqual([])
})

function aNotedAnswer() {
  const device = anAudit()
  const state = () => device.document.state
  const stack = createUndoStack(state)
  const answer = () => answerOf(device.audit, refOf('A01'))
  const note = (text: string) => {
    const drafts = decideNote(answer(), text)
    const remember = stack.prepare(drafts)
    remember(device.write(drafts), text)
  }
  const undo = () => {
    const step = must(stack.take(), 'a step')
    const back = decideUndo(state(), [...step.operations, ...step.restored], step.earlier)
    if (back.ok) stack.undone(step, device.write(back.value))
    return back.ok
  }
  const text = () => settledValue(answer().note)?.body
  return { device, answer, note, undo, text }
}

test('two changes of one note are taken back one after the other', () => {
  const { note, undo, text } = aNotedAnswer()
  note('一')
  note('二')
  expect(undo()).toBe(true)
  expect(text()).toEqual({ text: '一' })
  expect(undo()).toBe(true)
  expect(text()).toEqual({ text: '' })
})

test('a colleague’s note that an undo has brought back is not taken back with one’s own before it', () => {
  const { device, answer, note, undo, text } = aNotedAnswer()
  note('一')
  device.write(decideNote(answer(), '同僚'))
  note('二')
  expect(undo()).toBe(true)
  expect(undo()).toBe(false)
  expect(text()).toEqual({ text: '同僚' })
})
