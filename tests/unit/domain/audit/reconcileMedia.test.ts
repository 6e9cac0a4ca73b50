import { describe, expect, test } from 'vitest'
import { askedItems } from '../../../../src/domain/audit/askedItems.ts'
import { decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import {
  decideCompleteReconciliation,
  decideReopenReconciliation,
} from '../../../../src/domain/audit/decideCompleteReconciliation.ts'
import {
  decideDescribeMedium,
  decideVirusCheck,
  decideVirusChecks,
} from '../../../../src/domain/audit/decideDescribeMedium.ts'
import { decideImportItems } from '../../../../src/domain/audit/decideImportItems.ts'
import { decidePair, decideUnpair } from '../../../../src/domain/audit/decidePair.ts'
import { decideSight, decideUnsight, type Sighting } from '../../../../src/domain/audit/decideSight.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { draftFinding, questionsDraftedTogether } from '../../../../src/domain/audit/draftFinding.ts'
import { newItemId, type ItemId } from '../../../../src/domain/audit/entityIds.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import { answerOf, questionStatus } from '../../../../src/domain/audit/questionStatus.ts'
import { reconcileMedia } from '../../../../src/domain/audit/reconcileMedia.ts'
import { summariseAudit } from '../../../../src/domain/audit/summariseAudit.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, placeOf, refOf, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const scanned = (code: string): Sighting => ({ how: 'scanned', code, format: 'code_128' })
const unnumbered: Sighting = { how: 'unnumbered', code: '', format: '' }
const itemOf = (device: TestDevice, id: ItemId) => must(device.audit.items.get(id), id)

function importRegister(device: TestDevice, tags: readonly (readonly [tag: string, serial: string])[]): void {
  const rows = tags.map(([tag, serial], index) => ({ row: index + 2, tag, name: 'ＵＳＢ', serial, details: [] }))
  let next = 0
  const ids = () => newItemId(`entry-${String((next += 1))}`)
  device.write(decideImportItems(device.audit, { roster: 'media', source: 'register' }, rows, ids).drafts)
}

function sight(device: TestDevice, sighting: Sighting, id: string): void {
  device.write(valueOf(decideSight(device.audit, sighting, newItemId(id))))
}

const states = (device: TestDevice) => reconcileMedia(device.audit).rows.map(({ state }) => state)
const entry1 = newItemId('entry-1')
const entry2 = newItemId('entry-2')

/** Five sticks, one of them in the register, which holds two entries; none was ever checked for viruses. */
function publishedReport(): TestDevice {
  const tanaka = anAudit()
  importRegister(tanaka, [
    ['USB-健保-014', '0781-5583-0142'],
    ['CDR-健保-003', ''],
  ])
  sight(tanaka, scanned('0781 5583 0142'), 'none')
  for (const code of ['4C53-0001-27B8', '4C53-0001-27C1', 'AA04-0128-7715']) sight(tanaka, scanned(code), code)
  sight(tanaka, unnumbered, 'unnumbered')
  for (const { item } of reconcileMedia(tanaka.audit).rows.filter(({ state }) => state !== 'unconfirmed')) {
    tanaka.write(decideDescribeMedium(item, 'ＵＳＢ'))
    tanaka.write(decideVirusCheck(tanaka.audit, itemOf(tanaka, item.id), 'not-checked'))
  }
  return tanaka
}

describe('the reconciliation of the published report', () => {
  test('[A1] counts five objects against two entries: one matches, four are unregistered, one entry is unconfirmed', () => {
    const { counts, objects, entries, notChecked } = reconcileMedia(publishedReport().audit)
    expect(counts).toEqual({ matched: 1, unregistered: 4, unconfirmed: 1, missing: 0, duplicate: 0 })
    expect([objects, entries, notChecked]).toEqual([5, 2, 5])
  })

  test('[A3] drafts 「５本のうち４本」 and 「５本」, and not six for the entry that nobody found', () => {
    const tanaka = publishedReport()
    const places = questionsDraftedTogether(placeOf('B01'), tanaka.audit)
    const { conditions } = draftFinding(places, { audit: tanaka.audit, language: 'ja', today: day('2023-10-24') })
    expect(conditions).toContain('（ＵＳＢ）５本のうち４本が管理簿に登録されず')
    expect(conditions).toContain('５本についてウイルスチェックの記録がなかった')
    expect(summariseAudit(tanaka.document, sha256ForTests).media).toEqual({ present: 5, unregistered: 4 })
  })

  test('[A3] leaves no question open on account of the entry that nobody found', () => {
    const tanaka = publishedReport()
    const { template, question } = placeOf('B05')
    expect(questionStatus(tanaka.audit, template.id, question)).toEqual({ state: 'judged', judgement: 'nonconforming' })
  })

  test('[A4] completed, the unconfirmed entry is missing; reopened, it is unconfirmed again', () => {
    const tanaka = publishedReport()
    tanaka.write(decideCompleteReconciliation(tanaka.audit))
    expect(tanaka.written.at(-1)?.body).toEqual({ matched: 1, unregistered: 4, missing: 1, duplicate: 0 })
    expect(reconcileMedia(tanaka.audit).counts).toMatchObject({ missing: 1, unconfirmed: 0 })
    expect(decideCompleteReconciliation(tanaka.audit)).toEqual([])
    tanaka.write(decideReopenReconciliation(tanaka.audit))
    expect(reconcileMedia(tanaka.audit).counts).toMatchObject({ missing: 0, unconfirmed: 1 })
  })
})

test('a medium that is only called "no number" leaves its kind blank in the finding', () => {
  const tanaka = anAudit()
  sight(tanaka, { ...unnumbered, name: '番号なし 1' }, 'bare')
  const { conditions } = draftFinding([placeOf('B01')], {
    audit: tanaka.audit,
    language: 'ja',
    today: day('2023-10-24'),
  })
  expect(conditions).toContain('（○○）１本のうち１本')
})

describe('a reconciliation on two tablets', () => {
  test('[A4] completed on one and reopened on the other is open, and a person is told', () => {
    const [tanaka, sato] = [publishedReport(), new TestDevice('sato')]
    tanaka.write(decideCompleteReconciliation(tanaka.audit))
    sato.seeAllOf(tanaka)
    tanaka.write(decideReopenReconciliation(tanaka.audit))
    sato.write(decideUnsight(sato.audit, itemOf(sato, entry1)))
    sato.write(decideCompleteReconciliation(sato.audit))
    tanaka.seeAllOf(sato)
    expect(reconcileMedia(tanaka.audit).isComplete).toBe(false)
    expect(listConflicts(tanaka.document.state).map(({ name }) => name)).toEqual(['completion'])
  })

  test('[A2] an entry judged registered in the checklist counts as found, as soon as it is judged', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [['USB-014', '']])
    expect(states(tanaka)).toEqual(['unconfirmed'])
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('B01', entry1)), 'conforming'))
    expect(states(tanaka)).toEqual(['matched'])
  })
})

describe('virus checks of several media', () => {
  test('[A10] what has the record already needs nothing more, nor does what is gone', () => {
    const tanaka = publishedReport()
    tanaka.write(decideVirusCheck(tanaka.audit, itemOf(tanaka, entry1), 'checked'))
    const ids = [...reconcileMedia(tanaka.audit).rows.map(({ item }) => item.id), newItemId('never-listed')]
    const drafts = decideVirusChecks(tanaka.audit, ids, 'not-checked')
    // Of six media four are noted so already: left are the one that was checked and the entry that nobody has judged.
    expect(drafts.map(({ kind }) => kind)).toEqual(['answer-judged', 'answer-judged'])
    tanaka.write(drafts)
    expect(reconcileMedia(tanaka.audit).rows.every(({ virusCheck }) => virusCheck === 'not-checked')).toBe(true)
  })

  test('[A10] where two people noted different things, the many settle nothing', () => {
    const [tanaka, sato] = [publishedReport(), new TestDevice('sato')]
    sato.seeAllOf(tanaka)
    tanaka.write(decideVirusCheck(tanaka.audit, itemOf(tanaka, entry1), 'checked'))
    sato.write(decideVirusCheck(sato.audit, itemOf(sato, entry1), 'unknown'))
    tanaka.seeAllOf(sato)
    expect(decideVirusChecks(tanaka.audit, [entry1], 'not-checked')).toEqual([])
  })
})

describe('sighting a medium', () => {
  test('[A1] finds its entry by tag or serial number, however it is typed', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [
      ['USB-014', ''],
      ['USB-015', 'SN 4C53'],
    ])
    sight(tanaka, { how: 'typed', code: 'ｕｓｂー０１４', format: '' }, 'new')
    sight(tanaka, scanned('sn4c53'), 'new')
    expect(states(tanaka)).toEqual(['matched', 'matched'])
  })

  test('is refused without a code, and tells which medium was found before', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [['USB-014', '']])
    expect(decideSight(tanaka.audit, scanned(' - '), newItemId('x'))).toEqual({
      ok: false,
      error: { code: 'code-missing' },
    })
    sight(tanaka, scanned('USB-014'), 'x')
    const again = decideSight(tanaka.audit, scanned('USB014'), newItemId('x'))
    expect(again).toEqual({ ok: false, error: { code: 'already-found', item: entry1 } })
  })

  test('[A1] another medium with the same number is a duplicate of the first', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [['USB-014', '']])
    sight(tanaka, scanned('USB-014'), 'x')
    sight(tanaka, { ...scanned('USB-014'), isAnother: true }, 'second')
    sight(tanaka, scanned('ZZ-1'), 'third')
    sight(tanaka, { ...scanned('zz1'), isAnother: true }, 'fourth')
    expect(reconcileMedia(tanaka.audit).rows.map(({ state, duplicateOf }) => [state, duplicateOf])).toEqual([
      ['matched', undefined],
      ['duplicate', entry1],
      ['unregistered', undefined],
      ['duplicate', 'item:third'],
    ])
  })

  test('taken back, the entry is unconfirmed and its registration is not judged', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [['USB-014', '']])
    sight(tanaka, scanned('USB-014'), 'x')
    tanaka.write(decideUnsight(tanaka.audit, itemOf(tanaka, entry1)))
    expect(states(tanaka)).toEqual(['unconfirmed'])
    const { template, question } = placeOf('B01')
    expect(questionStatus(tanaka.audit, template.id, question).state).toBe('unanswered')
  })

  test('of a new medium, undone, leaves nothing of it', () => {
    const tanaka = anAudit()
    const drafts = valueOf(decideSight(tanaka.audit, scanned('USB-014'), newItemId('x')))
    const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a change that can be undone')
    const recorded = tanaka.write(drafts)
    tanaka.write(valueOf(decideUndo(tanaka.document.state, recorded, earlier)))
    expect(reconcileMedia(tanaka.audit).rows).toEqual([])
    expect(tanaka.audit.items.get(newItemId('x'))?.existence).toBe('removed')
  })

  test('[A2] by two tablets at once is one sighting, also where one scanned and one typed', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    importRegister(tanaka, [['USB-014', '']])
    sato.seeAllOf(tanaka)
    sight(tanaka, scanned('USB-014'), 'x')
    sight(sato, { how: 'typed', code: 'usb014', format: '' }, 'y')
    tanaka.seeAllOf(sato)
    expect(states(tanaka)).toEqual(['matched'])
    expect(listConflicts(tanaka.document.state)).toEqual([])
  })

  test('[A2] found on one tablet and taken back on another stays found, and a person is told', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    importRegister(tanaka, [['USB-014', '']])
    sight(tanaka, scanned('USB-014'), 'x')
    sato.seeAllOf(tanaka)
    tanaka.write(decideUnsight(tanaka.audit, itemOf(tanaka, entry1)))
    sato.write(valueOf(decideSight(sato.audit, { ...scanned('other'), isAnother: true }, newItemId('z'))))
    sato.write([{ ...sightAgain(sato), supersedes: itemOf(sato, entry1).sighting.dots }])
    tanaka.seeAllOf(sato)
    expect(states(tanaka)[0]).toBe('matched')
    expect(listConflicts(tanaka.document.state).map(({ name }) => name)).toContain('sighting')
  })
})

function sightAgain(device: TestDevice) {
  const body = { how: 'typed', code: 'USB-014', format: '' } as const
  return { kind: 'medium-found', entity: itemOf(device, entry1).id, body } as const
}

describe('linking a found medium to an entry', () => {
  test('[A1] makes one row of the two, asked once; taken back, both stand alone', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [
      ['USB-014', ''],
      ['USB-015', ''],
    ])
    sight(tanaka, unnumbered, 'bare')
    const bare = newItemId('bare')
    tanaka.write(valueOf(decidePair(tanaka.audit, itemOf(tanaka, bare), itemOf(tanaka, entry1))))
    expect(
      reconcileMedia(tanaka.audit).rows.map(({ item, pairedItem, state }) => [item.id, pairedItem?.id, state]),
    ).toEqual([
      [entry2, undefined, 'unconfirmed'],
      [bare, entry1, 'matched'],
    ])
    expect(askedItems(tanaka.audit, 'media').map(({ id }) => id)).toEqual([bare])
    tanaka.write(decideUnpair(tanaka.audit, itemOf(tanaka, bare)))
    expect(states(tanaka)).toEqual(['unconfirmed', 'unconfirmed', 'unregistered'])
  })

  test('is refused for what is no found object, for what is no entry, and for an entry that is taken', () => {
    const tanaka = anAudit()
    importRegister(tanaka, [['USB-014', '']])
    sight(tanaka, unnumbered, 'one')
    sight(tanaka, unnumbered, 'two')
    const [entry, one, two] = [entry1, newItemId('one'), newItemId('two')].map((id) => itemOf(tanaka, id))
    const pair = (object = one, to = entry) => decidePair(tanaka.audit, must(object, 'object'), must(to, 'entry'))
    expect(pair(entry, entry)).toEqual({ ok: false, error: 'not-found-object' })
    expect(pair(one, two)).toEqual({ ok: false, error: 'not-an-entry' })
    tanaka.write(valueOf(pair()))
    expect(pair(two)).toEqual({ ok: false, error: 'entry-taken' })
  })

  test('[A1] two tablets that linked two media to one entry have a match and a duplicate', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    importRegister(tanaka, [['USB-014', '']])
    sight(tanaka, unnumbered, 'one')
    sight(tanaka, unnumbered, 'two')
    sato.seeAllOf(tanaka)
    for (const [device, id] of [
      [tanaka, 'one'],
      [sato, 'two'],
    ] as const)
      device.write(valueOf(decidePair(device.audit, itemOf(device, newItemId(id)), itemOf(device, entry1))))
    tanaka.seeAllOf(sato)
    expect(states(tanaka)).toEqual(['matched', 'duplicate'])
  })

  test('is offered where a register that came later has the number', () => {
    const tanaka = anAudit()
    sight(tanaka, scanned('USB-014'), 'early')
    importRegister(tanaka, [['usb 014', '']])
    expect(reconcileMedia(tanaka.audit).rows.map(({ state, suggestedEntry }) => [state, suggestedEntry])).toEqual([
      ['unregistered', entry1],
      ['unconfirmed', undefined],
    ])
  })
})
