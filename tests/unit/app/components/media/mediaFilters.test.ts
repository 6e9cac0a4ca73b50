import { describe, expect, test } from 'vitest'
import {
  filterCounts,
  filteredRows,
  filterOf,
  mediaFilters,
} from '../../../../../src/app/components/media/mediaFilters.ts'
import { decideCompleteReconciliation } from '../../../../../src/domain/audit/decideCompleteReconciliation.ts'
import { decideVirusCheck } from '../../../../../src/domain/audit/decideDescribeMedium.ts'
import { decideSight } from '../../../../../src/domain/audit/decideSight.ts'
import { newItemId } from '../../../../../src/domain/audit/entityIds.ts'
import { reconcileMedia } from '../../../../../src/domain/audit/reconcileMedia.ts'
import { decideListItem, listingOf } from '../../../../../src/domain/audit/roster.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../../support/anAudit.ts'

/** Two entries of a register, one of them found; two objects beside them, of which one is there twice. None was checked. */
function onTheTable() {
  const tanaka = anAudit()
  for (const tag of ['USB-014', 'CDR-003']) {
    const wish = { roster: 'media', tag, name: '', source: 'register' } as const
    tanaka.write(valueOf(decideListItem(tanaka.audit, newItemId(tag), wish)))
  }
  const sighting = { how: 'typed', format: '' } as const
  for (const code of ['USB-014', '4C53']) {
    tanaka.write(valueOf(decideSight(tanaka.audit, { ...sighting, code }, newItemId(code))))
  }
  tanaka.write(valueOf(decideSight(tanaka.audit, { ...sighting, code: '4C53', isAnother: true }, newItemId('twin'))))
  for (const { item, state } of reconcileMedia(tanaka.audit).rows) {
    if (state !== 'unconfirmed') tanaka.write(decideVirusCheck(tanaka.audit, item, 'not-checked'))
  }
  return tanaka
}

describe('the tiles', () => {
  test('each counts the lines that it shows', () => {
    const reconciliation = reconcileMedia(onTheTable().audit)
    const counts = filterCounts(reconciliation)
    expect(counts).toEqual({
      all: 4,
      matched: 1,
      unregistered: 1,
      unconfirmed: 1,
      'not-checked': 3,
      duplicate: 1,
    })
    for (const filter of mediaFilters) expect(filteredRows(reconciliation, filter)).toHaveLength(counts[filter])
  })

  test('after the completion the unconfirmed are shown as missing under the same tile', () => {
    const tanaka = onTheTable()
    tanaka.write(decideCompleteReconciliation(tanaka.audit))
    const reconciliation = reconcileMedia(tanaka.audit)
    expect(filterCounts(reconciliation).unconfirmed).toBe(1)
    expect(filteredRows(reconciliation, 'unconfirmed').map(({ state }) => state)).toEqual(['missing'])
  })

  test('an address that names no tile shows everything', () => {
    expect([filterOf('duplicate'), filterOf('nonsense'), filterOf(undefined)]).toEqual(['duplicate', 'all', 'all'])
  })
})

test('the list begins with what needs a decision and ends with what is still to be looked for', () => {
  const rows = filteredRows(reconcileMedia(onTheTable().audit), 'all')
  expect(rows.map(({ state, item }) => [state, must(listingOf(item), item.id).tag])).toEqual([
    ['unregistered', '4C53'],
    ['duplicate', '4C53'],
    ['matched', 'USB-014'],
    ['unconfirmed', 'CDR-003'],
  ])
})
