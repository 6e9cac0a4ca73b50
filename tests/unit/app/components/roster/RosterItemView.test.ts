import { expect, test } from 'vitest'
import { createRosterItemViews, soughtItems } from '../../../../../src/app/components/roster/RosterItemView.ts'
import { decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { decideRelistItem, decideRemoveItem, listingOf } from '../../../../../src/domain/audit/roster.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, listItems, placeOf, refOf } from '../../../../support/anAudit.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

const columns = [placeOf('B01'), placeOf('B05')]

test('an item shows its answers in the order of the columns', () => {
  const device = anAudit()
  const [stick] = listItems(device, 'media', ['黒 16GB'])
  device.write(decideJudge(answerOf(device.audit, refOf('B05', stick)), 'nonconforming'))
  expect(createRosterItemViews()(device.audit, 'media', columns)).toMatchObject([
    {
      tag: 'media-1',
      name: '黒 16GB',
      cells: [
        { question: 'B01', judgement: null },
        { question: 'B05', judgement: 'nonconforming' },
      ],
    },
  ])
})

test('[M8] an item removed here and changed elsewhere stays in the list and is flagged', () => {
  const [tanaka, sato] = [anAudit('tanaka'), new TestDevice('sato')]
  const id = must(listItems(tanaka, 'media', ['黒'])[0], 'a stick')
  sato.seeAllOf(tanaka)
  tanaka.write(decideRemoveItem(must(tanaka.document.entity(id), 'its entity')))
  const item = must(sato.audit.items.get(id), 'its view')
  sato.write(decideRelistItem(item, { ...must(listingOf(item), 'its listing'), name: '黒 16GB' }))
  tanaka.seeAllOf(sato)
  expect(createRosterItemViews()(tanaka.audit, 'media', columns)).toMatchObject([{ name: '黒 16GB', isFlagged: true }])
})

test('the filter finds every word anywhere in an item, without regard to width and case', () => {
  const device = anAudit()
  listItems(device, 'machines', ['窓口端末', 'サーバ室 DB', '執務室'])
  const views = createRosterItemViews()(device.audit, 'machines', [])
  const found = (sought: string) => soughtItems(views, sought).map(({ tag }) => tag)
  expect(found('ｄｂ サーバ')).toEqual(['machines-2'])
  expect(found('MACHINES 室')).toEqual(['machines-2', 'machines-3'])
  expect(found(' ')).toHaveLength(3)
})

test('only the item whose listing or answer changed is built anew', () => {
  const device = anAudit()
  const [, second] = listItems(device, 'media', ['黒', '青', '白'])
  const views = createRosterItemViews()
  const before = views(device.audit, 'media', columns)
  device.write(decideJudge(answerOf(device.audit, refOf('B01', second)), 'conforming'))
  const after = views(device.audit, 'media', columns)
  expect(after.map((view, at) => view === before[at])).toEqual([true, false, true])
})
