import { expect, test } from 'vitest'
import { createUndoStack } from '../../../../src/app/composables/createUndoStack.ts'
import { decideImportItems } from '../../../../src/domain/audit/decideImportItems.ts'
import { decideUndo } from '../../../../src/domain/audit/decideUndo.ts'
import { newItemId } from '../../../../src/domain/audit/entityIds.ts'
import { presentItems } from '../../../../src/domain/audit/roster.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'

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
  const remember = stack.prepare(drafts, '管理簿.csv から 3件を取り込み')
  remember([...device.write(drafts.slice(0, 2)), ...device.write(drafts.slice(2))])
  const { operations, earlier } = must(stack.last(), 'a step')
  device.write(valueOf(decideUndo(state(), operations, earlier)))
  expect(presentItems(device.audit, 'media')).toEqual([])
})

test('an import that was stopped on its way takes back what was saved, and touches nothing else', () => {
  const { device, state, drafts, stack } = anImport()
  const remember = stack.prepare(drafts, '管理簿.csv から 3件を取り込み')
  remember(device.write(drafts.slice(0, 2)))
  const { operations, earlier } = must(stack.last(), 'a step')
  const back = valueOf(decideUndo(state(), operations, earlier))
  expect(back.map(({ kind, entity }) => ({ kind, entity }))).toEqual([
    { kind: 'item-removed', entity: 'item:1' },
    { kind: 'item-removed', entity: 'item:2' },
  ])
})

test('a change of which nothing was saved leaves nothing to take back', () => {
  const { drafts, stack } = anImport()
  stack.prepare(drafts, '管理簿.csv から 3件を取り込み')([])
  expect(stack.offer.value).toBeUndefined()
})
