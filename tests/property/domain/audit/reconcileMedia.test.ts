import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedItems } from '../../../../src/domain/audit/askedItems.ts'
import type { Audit, RosterItem } from '../../../../src/domain/audit/Audit.ts'
import { AuditDocument } from '../../../../src/domain/audit/AuditDocument.ts'
import { decideClearJudgement, decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import {
  decideCompleteReconciliation,
  decideReopenReconciliation,
} from '../../../../src/domain/audit/decideCompleteReconciliation.ts'
import { decideVirusCheck } from '../../../../src/domain/audit/decideDescribeMedium.ts'
import { decideImportItems } from '../../../../src/domain/audit/decideImportItems.ts'
import { decidePair, decideUnpair } from '../../../../src/domain/audit/decidePair.ts'
import { decideSight, decideUnsight } from '../../../../src/domain/audit/decideSight.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { newItemId, type ItemId } from '../../../../src/domain/audit/entityIds.ts'
import { matchMedia } from '../../../../src/domain/audit/matchMedia.ts'
import { answerOf, itemAnswers, judgementOf } from '../../../../src/domain/audit/questionStatus.ts'
import { reconcileMedia, virusChecks } from '../../../../src/domain/audit/reconcileMedia.ts'
import { decideRemoveItem, listingOf, presentItems } from '../../../../src/domain/audit/roster.ts'
import { must } from '../../../../src/domain/must.ts'
import { emptyStreamState } from '../../../../src/domain/oplog/StreamState.ts'
import { anAudit, placeOf, refOf, valueOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const device = fc.nat(1)
const number = fc.constantFrom('USB-1', 'usb 1', 'USB-2', 'SN-1', 'ZZ-9')
const which = fc.nat(9)
const step = fc.oneof(
  fc.record({ act: fc.constant('import' as const), device, tags: fc.array(number, { maxLength: 3 }) }),
  fc.record({ act: fc.constant('sight' as const), device, code: number, isAnother: fc.boolean() }),
  fc.record({ act: fc.constant('sight' as const), device, code: fc.constant(''), isAnother: fc.boolean() }),
  fc.record({ act: fc.constantFrom('unsight' as const, 'unpair' as const, 'remove' as const), device, which }),
  fc.record({ act: fc.constant('pair' as const), device, which, to: which }),
  fc.record({ act: fc.constant('check' as const), device, which, check: fc.constantFrom(...virusChecks) }),
  fc.record({ act: fc.constantFrom('judge' as const, 'clear' as const), device, which }),
  fc.record({ act: fc.constant('complete' as const), device }),
  fc.record({ act: fc.constant('reopen' as const), device }),
  fc.record({ act: fc.constant('see' as const), device }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** One room on two tablets that see each other's work now and then. */
class Room {
  readonly tablets = [anAudit('tanaka'), new TestDevice('sato')] as const
  #ids = 0

  constructor(steps: readonly Step[]) {
    this.tablets[1].seeAllOf(this.tablets[0])
    for (const each of steps) this.#perform(each)
  }

  newId = (): ItemId => newItemId(`i${String((this.#ids += 1))}`)

  #perform(act: Step): void {
    const by = this.tablets[act.device === 0 ? 0 : 1]
    if (act.act === 'see') by.seeAllOf(this.tablets[act.device === 0 ? 1 : 0])
    else by.write(this.#draftsOf(by, act))
  }

  #draftsOf({ audit, document }: TestDevice, act: Exclude<Step, { act: 'see' }>) {
    const items = presentItems(audit, 'media')
    const item = 'which' in act ? items[act.which % Math.max(1, items.length)] : undefined
    switch (act.act) {
      case 'import':
        return decideImportItems(audit, { roster: 'media', source: 'register' }, rowsOf(act.tags), this.newId).drafts
      case 'sight': {
        const { code, isAnother } = act
        const sighting = {
          how: code === '' ? ('unnumbered' as const) : ('typed' as const),
          code,
          format: '',
          isAnother,
        }
        const sighted = decideSight(audit, sighting, this.newId())
        return sighted.ok ? sighted.value : []
      }
      case 'complete':
        return decideCompleteReconciliation(audit)
      case 'reopen':
        return decideReopenReconciliation(audit)
      default:
        return item === undefined ? [] : draftsAbout(audit, item, { act, items, document })
    }
  }
}

type ItemStep = Extract<Step, { which: number }>

function draftsAbout(
  audit: Audit,
  item: RosterItem,
  { act, items, document }: { act: ItemStep; items: readonly RosterItem[]; document: AuditDocument },
) {
  switch (act.act) {
    case 'unsight':
      return decideUnsight(audit, item)
    case 'unpair':
      return decideUnpair(audit, item)
    case 'remove':
      return decideRemoveItem(must(document.entity(item.id), 'the item'))
    case 'check':
      return decideVirusCheck(audit, item, act.check)
    case 'judge':
      return decideJudge(answerOf(audit, refOf('B01', item.id)), 'conforming')
    case 'clear':
      return decideClearJudgement(answerOf(audit, refOf('B01', item.id)))
    case 'pair': {
      const paired = decidePair(audit, item, must(items[act.to % items.length], 'an item'))
      return paired.ok ? paired.value : []
    }
  }
}

function rowsOf(tags: readonly string[]) {
  return tags.map((tag, index) => ({ row: index + 2, tag, name: 'ＵＳＢ', serial: '', details: [] }))
}

const view = (audit: Audit) => {
  const { rows, ...sums } = reconcileMedia(audit)
  const lean = rows.map(({ item, pairedItem, ...row }) => ({ ...row, item: item.id, pairedItem: pairedItem?.id }))
  return { ...sums, rows: lean }
}

const history = fc.array(step, { maxLength: 40 })

describe('any history of two tablets', () => {
  test('[A1] [M6] reconciles to the same rows and counts, in whatever order it is merged', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, order) => {
        const { tablets } = new Room(steps)
        const [first, second] = tablets
        const [of1, of2] = [[...first.written], [...second.written]]
        first.seeAllOf(second)
        second.seeAllOf(first)
        const shuffled = new AuditDocument(emptyStreamState())
        const all = [...of1, ...of2].map((operation) => ({ operation, key: Number(order.next().value) }))
        shuffled.apply(all.sort((a, b) => a.key - b.key).map(({ operation }) => operation))
        expect(view(second.audit)).toEqual(view(first.audit))
        expect(view(shuffled.audit)).toEqual(view(first.audit))
      }),
      { numRuns: 150 },
    )
  })

  test('[A1] [A4] every object is matched, unregistered or a duplicate; every entry has at most one object', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { tablets } = new Room(steps)
        tablets[0].seeAllOf(tablets[1])
        const { audit } = tablets[0]
        const { rows, counts, objects, entries, isComplete } = reconcileMedia(audit)
        expect(counts.matched + counts.unregistered + counts.duplicate).toBe(objects)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
        expect(isComplete ? counts.unconfirmed : counts.missing).toBe(0)
        expect(counts.matched + counts.unconfirmed + counts.missing).toBe(entries)
        const matched = rows.filter(({ state }) => state === 'matched')
        const ofEntry = matched.map(({ item, pairedItem }) => (pairedItem ?? item).id)
        expect(new Set(ofEntry).size).toBe(ofEntry.length)
        for (const { item, duplicateOf } of rows) expect(duplicateOf).not.toBe(item.id)
      }),
      { numRuns: 150 },
    )
  })

  test('[A3] asks of every object and of what was judged, and what is judged adds up', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { tablets } = new Room(steps)
        tablets[0].seeAllOf(tablets[1])
        const { audit } = tablets[0]
        const { objects, judged, items } = matchMedia(audit)
        const asked = new Set(askedItems(audit, 'media').map(({ id }) => id))
        const wanted = objects.size === 0 ? items.map(({ id }) => id) : [...objects, ...judged]
        expect(asked).toEqual(new Set(wanted))
        const { template, question } = placeOf('B01')
        const answers = itemAnswers(audit, template.id, question)
        expect(answers).toHaveLength(asked.size)
        const counted = answers.filter((answer) => judgementOf(answer) !== undefined).length
        expect(counted).toBeLessThanOrEqual(asked.size)
      }),
      { numRuns: 100 },
    )
  })

  test('[A5] an import taken back leaves the roster as it was', () => {
    fc.assert(
      fc.property(history, fc.array(number, { minLength: 1, maxLength: 5 }), (steps, tags) => {
        const room = new Room(steps)
        const [tanaka] = room.tablets
        const listings = () => presentItems(tanaka.audit, 'media').map((item) => [item.id, listingOf(item)])
        const before = listings()
        const target = { roster: 'media', source: 'ledger' } as const
        const { drafts } = decideImportItems(tanaka.audit, target, rowsOf(tags), room.newId)
        const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'an act that can be undone')
        const recorded = tanaka.write(drafts)
        tanaka.write(valueOf(decideUndo(tanaka.document.state, recorded, earlier)))
        expect(listings()).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})

/** How often the rule looks at a listing: what it does more than once for every pair would show here. */
function looksAt(size: number): number {
  let looks = 0
  const tanaka = anAudit()
  const rows = rowsOf(Array.from({ length: size }, (_, index) => `USB-${String(index)}`))
  let ids = 0
  const newId = () => newItemId(`i${String((ids += 1))}`)
  tanaka.write(decideImportItems(tanaka.audit, { roster: 'media', source: 'register' }, rows, newId).drafts)
  const items = new Map(
    [...tanaka.audit.items].map(([id, item]) => {
      const { listing } = item
      const found = {
        ...listing,
        values: listing.values.map((value) => ({ ...value, content: asFound(value.content) })),
      }
      const isFound = Number(id.slice('item:i'.length)) % 2 === 0
      const counting = Object.defineProperty({ ...item }, 'listing', {
        get: () => ((looks += 1), isFound ? found : listing),
      })
      return [id, counting]
    }),
  )
  expect(reconcileMedia({ ...tanaka.audit, items }).rows).toHaveLength(size)
  return looks
}

function asFound(content: RosterItem['listing']['values'][number]['content']) {
  return { ...content, body: { ...content.body, source: 'found' as const } }
}

test('5,000 media take ten times the looks of 500, not a hundred times', () => {
  expect(looksAt(5_000) / looksAt(500)).toBeLessThan(15)
})
