import { expect, test } from 'vitest'
import { mediaRowView } from '../../../../../src/app/components/media/MediaRowView.ts'
import {
  decideDescribeMedium,
  decideKeepMedium,
  decideNoteHandover,
} from '../../../../../src/domain/audit/decideDescribeMedium.ts'
import { decideImportItems } from '../../../../../src/domain/audit/decideImportItems.ts'
import { decidePair } from '../../../../../src/domain/audit/decidePair.ts'
import { decideSight } from '../../../../../src/domain/audit/decideSight.ts'
import { newItemId, type ItemId } from '../../../../../src/domain/audit/entityIds.ts'
import { reconcileMedia } from '../../../../../src/domain/audit/reconcileMedia.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../../support/anAudit.ts'
import type { TestDevice } from '../../../../support/TestDevice.ts'

const entry = newItemId('entry')
const object = newItemId('object')
const itemOf = (device: TestDevice, id: ItemId) => must(device.audit.items.get(id), id)
const views = (device: TestDevice) => reconcileMedia(device.audit).rows.map((row) => mediaRowView(row))

function withRegister(): TestDevice {
  const tanaka = anAudit()
  const details = [{ label: '登録', value: '令和３年４月登録' }]
  const rows = [{ row: 2, tag: 'USB-健保-014', name: '白 32GB', serial: '0781-5583-0142', details }]
  tanaka.write(decideImportItems(tanaka.audit, { roster: 'media', source: 'register' }, rows, () => entry).drafts)
  return tanaka
}

test('an entry that nobody has seen has no object beside it', () => {
  expect(views(withRegister())).toEqual([
    {
      id: entry,
      state: 'unconfirmed',
      entry: { title: 'USB-健保-014', details: ['白 32GB', '令和３年４月登録'] },
      object: null,
    },
  ])
})

test('a matched object is told by the number that was read from it', () => {
  const tanaka = withRegister()
  const read = { how: 'scanned', code: '0781 5583 0142', format: 'code_128' } as const
  tanaka.write(valueOf(decideSight(tanaka.audit, read, object)))
  tanaka.write(decideKeepMedium(itemOf(tanaka, entry), '鍵付き引き出し'))
  expect(views(tanaka)).toMatchObject([
    {
      id: entry,
      state: 'matched',
      entry: { title: 'USB-健保-014' },
      object: { title: '0781 5583 0142', description: '白 32GB', storage: '鍵付き引き出し', handover: 'unknown' },
    },
  ])
})

test('an object without a number has a name, no entry, and what was noted of it', () => {
  const tanaka = anAudit()
  const unnumbered = { how: 'unnumbered', code: '', format: '', name: '番号なし 1' } as const
  tanaka.write(valueOf(decideSight(tanaka.audit, unnumbered, object)))
  tanaka.write(decideDescribeMedium(itemOf(tanaka, object), '黒 16GB'))
  tanaka.write(decideNoteHandover(itemOf(tanaka, object), 'logged'))
  expect(views(tanaka)).toEqual([
    {
      id: object,
      state: 'unregistered',
      entry: null,
      object: {
        title: '番号なし 1',
        kind: 'stick',
        description: '黒 16GB',
        storage: '',
        handover: 'logged',
        virusCheck: 'unknown',
      },
    },
  ])
})

test('an object is drawn as what was noted of it, else as what the register calls it', () => {
  const tanaka = withRegister()
  tanaka.write(valueOf(decideSight(tanaka.audit, { how: 'typed', code: 'USB-健保-014', format: '' }, object)))
  const kind = () => views(tanaka)[0]?.object?.kind
  expect(kind()).toBe('stick')
  tanaka.write(decideDescribeMedium(itemOf(tanaka, entry), '外付けHDD'))
  expect(kind()).toBe('drive')
})

test('an object that was linked to an entry stands beside it in one line', () => {
  const tanaka = withRegister()
  const unnumbered = { how: 'unnumbered', code: '', format: '', name: '番号なし 1' } as const
  tanaka.write(valueOf(decideSight(tanaka.audit, unnumbered, object)))
  tanaka.write(valueOf(decidePair(tanaka.audit, itemOf(tanaka, object), itemOf(tanaka, entry))))
  expect(views(tanaka)).toMatchObject([
    { id: object, state: 'matched', entry: { title: 'USB-健保-014' }, object: { title: '番号なし 1' } },
  ])
})
