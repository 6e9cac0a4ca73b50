import { expect, test } from 'vitest'
import { decideImportItems, type ImportRow } from '../../../../src/domain/audit/decideImportItems.ts'
import { decideRestore } from '../../../../src/domain/audit/decideRestore.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { newItemId } from '../../../../src/domain/audit/entityIds.ts'
import { decideListItem, decideRemoveItem, listingOf, presentItems } from '../../../../src/domain/audit/roster.ts'
import type { RosterKind } from '../../../../src/domain/template/Template.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import type { TestDevice } from '../../../support/TestDevice.ts'

const aRow = (row: number, tag: string, more: Partial<ImportRow> = {}): ImportRow => ({
  ...{ row, tag, name: 'ＵＳＢ', serial: '', details: [] },
  ...more,
})

function decide(device: TestDevice, rows: readonly ImportRow[], roster: RosterKind = 'media') {
  return decideImportItems(device.audit, { roster, source: 'register' }, rows, () =>
    newItemId(`i${String((next += 1))}`),
  )
}
let next = 0

const listings = (device: TestDevice) =>
  presentItems(device.audit, 'media').map((item) => must(listingOf(item), item.id))

test('[A5] new rows are added in the order of the file, and the same file again changes nothing', () => {
  const tanaka = anAudit()
  const rows = [aRow(2, 'USB-2'), aRow(3, 'USB-1', { details: [{ label: '登録日', value: '令和３年４月' }] })]
  const first = decide(tanaka, rows)
  expect(first.added).toEqual([2, 3])
  tanaka.write(first.drafts)
  expect(listings(tanaka).map(({ tag }) => tag)).toEqual(['USB-2', 'USB-1'])
  expect(decide(tanaka, rows)).toMatchObject({ drafts: [], unchanged: [2, 3], added: [] })
})

test('[A5] a row known by its serial number is listed again, and what the file does not say stays', () => {
  const tanaka = anAudit()
  const details = [{ label: '保管者', value: '田中' }]
  tanaka.write(decide(tanaka, [aRow(2, 'USB-1', { serial: 'SN-1', details })]).drafts)
  const again = decide(tanaka, [aRow(9, 'USB-01', { serial: 'ｓｎ１', name: '' })])
  expect(again.changed).toEqual([9])
  tanaka.write(again.drafts)
  expect(listings(tanaka)).toMatchObject([{ tag: 'USB-01', name: 'ＵＳＢ', serial: 'ｓｎ１', details }])
})

test('[A5] rows that repeat a number, say nothing or say too much are reported and not taken', () => {
  const tanaka = anAudit()
  const rows = [
    aRow(2, 'USB-1'),
    aRow(3, 'usb1'),
    aRow(4, '', { name: ' ' }),
    aRow(5, 'X', { name: 'あ'.repeat(501) }),
    aRow(6, '', { name: '番号なし' }),
  ]
  expect(decide(tanaka, rows)).toMatchObject({ added: [2, 6], repeated: [3], nameless: [4], tooLong: [5] })
})

test('[A5] a hyphen tells two specification items apart, and its width does not', () => {
  const tanaka = anAudit()
  const rows = [aRow(2, '1-1'), aRow(3, '11'), aRow(4, '１－１')]
  expect(decide(tanaka, rows, 'specification-items')).toMatchObject({ added: [2, 3], repeated: [4] })
})

test('[A5] a medium found on site is not taken for the entry of its number, a machine is', () => {
  const tanaka = anAudit()
  for (const roster of ['media', 'machines'] as const)
    tanaka.write(
      valueOf(decideListItem(tanaka.audit, newItemId(roster), { roster, tag: 'N-1', name: '', source: 'found' })),
    )
  expect(decide(tanaka, [aRow(2, 'N-1')]).added).toEqual([2])
  expect(decide(tanaka, [aRow(2, 'N-1')], 'machines').changed).toEqual([2])
})

test('taken back as one act, an import leaves the roster as it was', () => {
  const tanaka = anAudit()
  tanaka.write(decide(tanaka, [aRow(2, 'USB-1'), aRow(3, 'USB-2')]).drafts)
  const before = listings(tanaka)
  const { drafts } = decide(tanaka, [aRow(2, 'USB-1', { name: 'ＣＤ' }), aRow(3, 'USB-3'), aRow(4, 'USB-4')])
  const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a change that can be undone')
  const recorded = tanaka.write(drafts)
  expect(listings(tanaka)).toHaveLength(4)
  tanaka.write(valueOf(decideUndo(tanaka.document.state, recorded, earlier)))
  expect(listings(tanaka)).toEqual(before)
})

test('[M13] an item that release 0.1.0 listed and somebody removed comes back in the form of today', () => {
  const tanaka = anAudit()
  const id = newItemId('old')
  const body = { roster: 'media', tag: 'USB-1', name: 'ＵＳＢ', source: 'register', position: 1 }
  tanaka.write([{ kind: 'item-listed', entity: id, supersedes: [], body }])
  expect(listings(tanaka)).toEqual([{ ...body, serial: '', details: [] }])
  tanaka.write(decideRemoveItem(must(tanaka.document.entity(id), 'the item')))
  tanaka.write(decideRestore(must(tanaka.document.entity(id), 'the item'), tanaka.written))
  expect(tanaka.written.at(-1)).toMatchObject({ v: 2, body: { serial: '', details: [] } })
  expect(listings(tanaka)).toHaveLength(1)
})
