import { expect, test } from 'vitest'
import { checkableRows, unjudgedMatches } from '../../../../../src/app/components/media/virusCheckRows.ts'
import { decideVirusCheck } from '../../../../../src/domain/audit/decideDescribeMedium.ts'
import { decideSight } from '../../../../../src/domain/audit/decideSight.ts'
import { newItemId } from '../../../../../src/domain/audit/entityIds.ts'
import { reconcileMedia } from '../../../../../src/domain/audit/reconcileMedia.ts'
import { decideListItem } from '../../../../../src/domain/audit/roster.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../../support/anAudit.ts'

/** Three entries of which two are found, one of them with a record; an object that is in no register. */
function rowsOnTheTable() {
  const tanaka = anAudit()
  for (const tag of ['USB-1', 'USB-2', 'USB-3']) {
    const wish = { roster: 'media', tag, name: '', source: 'register' } as const
    tanaka.write(valueOf(decideListItem(tanaka.audit, newItemId(tag), wish)))
  }
  for (const code of ['USB-1', 'USB-2', '4C53']) {
    tanaka.write(valueOf(decideSight(tanaka.audit, { how: 'typed', format: '', code }, newItemId(code))))
  }
  const first = must(tanaka.audit.items.get(newItemId('USB-1')), 'a medium')
  tanaka.write(decideVirusCheck(tanaka.audit, first, 'checked'))
  return reconcileMedia(tanaka.audit).rows
}

test('a record is offered of what lies on the table, what has none yet first, and never of an entry that nobody has seen', () => {
  const ids = checkableRows(rowsOnTheTable()).map(({ item }) => item.id)
  expect(ids).toEqual(['USB-2', '4C53', 'USB-1'].map(newItemId))
})

test('all matched without a record are chosen at once, and nothing else', () => {
  expect(unjudgedMatches(rowsOnTheTable())).toEqual([newItemId('USB-2')])
})
