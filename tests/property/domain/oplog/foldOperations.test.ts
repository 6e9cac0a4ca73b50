import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AuditDocument } from '../../../../src/domain/audit/AuditDocument.ts'
import { decideJudge, decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { judgements } from '../../../../src/domain/audit/auditVocabulary.ts'
import type { AnswerRef, ItemId } from '../../../../src/domain/audit/entityIds.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import { decideListItem, decideRelistItem, decideRemoveItem, listingOf } from '../../../../src/domain/audit/roster.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { dotsOf } from '../../../../src/domain/oplog/Register.ts'
import { emptyStreamState } from '../../../../src/domain/oplog/StreamState.ts'
import type { QuestionId, TemplateId } from '../../../../src/domain/template/Template.ts'
import { TestDevice } from '../../../support/TestDevice.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'

/** What a device does next: write something, or see what another has written so far. */
const step = fc.oneof(
  fc.record({
    act: fc.constant('judge' as const),
    device: fc.nat(2),
    question: fc.nat(2),
    judgement: fc.constantFrom(...judgements),
  }),
  fc.record({
    act: fc.constant('note' as const),
    device: fc.nat(2),
    question: fc.nat(2),
    text: fc.constantFrom('', '一', '二'),
  }),
  fc.record({
    act: fc.constant('list' as const),
    device: fc.nat(2),
    item: fc.nat(1),
    name: fc.constantFrom('USB', 'CD-R'),
  }),
  fc.record({ act: fc.constant('remove' as const), device: fc.nat(2), item: fc.nat(1) }),
  fc.record({ act: fc.constant('see' as const), device: fc.nat(2), other: fc.nat(2) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const ref = (question: number): AnswerRef => ({
  template: 'antivirus' as TemplateId,
  question: `A0${String(question + 1)}` as QuestionId,
})

function play(steps: readonly Step[]): readonly TestDevice[] {
  const devices = ['p', 'q', 'r'].map((name) => new TestDevice(name))
  for (const each of steps) {
    const device = devices[each.device]
    if (device !== undefined) perform(device, each, devices)
  }
  return devices
}

function perform(device: TestDevice, act: Step, devices: readonly TestDevice[]): void {
  switch (act.act) {
    case 'judge':
      device.write(decideJudge(answerOf(device.audit, ref(act.question)), act.judgement))
      return
    case 'note':
      device.write(decideNote(answerOf(device.audit, ref(act.question)), act.text))
      return
    case 'list':
      device.write(list(device, `item:i${String(act.item)}` as ItemId, act.name))
      return
    case 'remove': {
      const entity = device.document.entity(`item:i${String(act.item)}` as ItemId)
      if (entity !== undefined) device.write(decideRemoveItem(entity))
      return
    }
    case 'see':
      device.see(devices[act.other]?.written ?? [])
  }
}

function list(device: TestDevice, id: ItemId, name: string) {
  const item = device.audit.items.get(id)
  const before = item && listingOf(item)
  if (item !== undefined && before !== undefined) return decideRelistItem(item, { ...before, name })
  const listed = decideListItem(device.audit, id, { roster: 'media', tag: '', name, source: 'found' })
  return listed.ok ? listed.value : []
}

const allOf = (devices: readonly TestDevice[]): readonly Operation[] => devices.flatMap((device) => device.written)
const folded = (operations: Iterable<Operation>) => {
  const document = new AuditDocument(emptyStreamState())
  document.apply(operations)
  return document.state
}

describe('folding any history', () => {
  test('[M6] any order, duplication, split or delay of operations folds to the same state', () => {
    const history = fc.array(step, { maxLength: 40 }).map(play)
    const scrambled = history.chain((devices) => {
      const all = allOf(devices)
      const twice = [...all, ...all]
      return fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length }),
        cut: fc.nat(Math.max(0, twice.length)),
      })
    })
    fc.assert(
      fc.property(scrambled, ({ all, shuffled, cut }) => {
        const inTwoParts = new AuditDocument(folded(shuffled.slice(0, cut)))
        inTwoParts.apply(shuffled.slice(cut))
        expect(stateSnapshot(inTwoParts.state)).toEqual(stateSnapshot(folded(all)))
      }),
      { numRuns: 300 },
    )
  })

  test('[M4] a value disappears only when an operation of the same entity, written by somebody who had it, supersedes it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }).map(play), (devices) => {
        const all = allOf(devices)
        const current = new Set<string>([...folded(all).entities.values()].flatMap(dotsOf))
        for (const operation of all) {
          const successors = all.filter((other) => other.supersedes.includes(operation.dot))
          expect(current.has(operation.dot)).toBe(successors.length === 0)
          for (const successor of successors) expect(successor.entity).toBe(operation.entity)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('[M6] the view kept up to date entity by entity equals the view read anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }).map(play), (devices) => {
        for (const device of devices) {
          expect(device.audit).toEqual(new AuditDocument(device.document.state).audit)
        }
      }),
      { numRuns: 100 },
    )
  })
})
