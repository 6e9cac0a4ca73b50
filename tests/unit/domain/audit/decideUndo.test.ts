import { describe, expect, test } from 'vitest'
import type { AuditDraft } from '../../../../src/domain/audit/auditKinds.ts'
import { decideJudge, decideNote } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideRestore } from '../../../../src/domain/audit/decideRestore.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { newMeasureId, type FindingId } from '../../../../src/domain/audit/entityIds.ts'
import {
  decideAddMeasure,
  decideRemoveMeasure,
  decideWordMeasure,
  measuresOf,
} from '../../../../src/domain/audit/measure.ts'
import { answerOf, judgementOf } from '../../../../src/domain/audit/questionStatus.ts'
import { decideListItem, decideRemoveItem, presentItems } from '../../../../src/domain/audit/roster.ts'
import { newItemId } from '../../../../src/domain/audit/entityIds.ts'
import { must } from '../../../../src/domain/must.ts'
import type { Operation } from '../../../../src/domain/oplog/Operation.ts'
import { anAudit, refOf, valueOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

/** Writes, and returns what takes it back. */
function change(device: TestDevice, drafts: readonly AuditDraft[]) {
  const earlier = must(rememberEarlier(device.document.state, drafts), 'a change that can be undone')
  const recorded = device.write(drafts)
  return () => decideUndo(device.document.state, recorded, earlier)
}

const a01 = (device: TestDevice) => answerOf(device.audit, refOf('A01'))
const finding = 'finding:f1' as FindingId

describe('undo', () => {
  test('brings the earlier judgement back, and then no judgement at all', () => {
    const tanaka = anAudit()
    const undoFirst = change(tanaka, decideJudge(a01(tanaka), 'conforming'))
    const undoSecond = change(tanaka, decideJudge(a01(tanaka), 'nonconforming'))
    const [back] = valueOf(undoSecond())
    tanaka.write(back === undefined ? [] : [back])
    expect(judgementOf(a01(tanaka))).toBe('conforming')
    expect(undoFirst().ok).toBe(false)
  })

  test('goes on step by step where each step knows what the undos after it wrote', () => {
    const tanaka = anAudit()
    const steps = (['conforming', 'partial', 'nonconforming'] as const).map((judgement) => {
      const drafts = decideJudge(a01(tanaka), judgement)
      const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a change that can be undone')
      return { earlier, recorded: tanaka.write(drafts) }
    })
    const undone: Operation[] = []
    const seen = steps.reverse().map(({ earlier, recorded }) => {
      undone.push(...tanaka.write(valueOf(decideUndo(tanaka.document.state, [...recorded, ...undone], earlier))))
      return judgementOf(a01(tanaka))
    })
    expect(seen).toEqual(['partial', 'conforming', undefined])
  })

  test('of a first judgement leaves the question unanswered', () => {
    const tanaka = anAudit()
    const undo = change(tanaka, decideJudge(a01(tanaka), 'conforming'))
    tanaka.write(valueOf(undo()))
    expect(judgementOf(a01(tanaka))).toBeUndefined()
    expect(a01(tanaka).judgement.values).toHaveLength(1)
  })

  test('is refused where a colleague has changed the value since', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    const undo = change(tanaka, decideNote(a01(tanaka), '一'))
    sato.seeAllOf(tanaka)
    sato.write(decideNote(a01(sato), '二'))
    tanaka.seeAllOf(sato)
    expect(undo()).toEqual({ ok: false, error: 'changed-since' })
  })

  test('of adding an item removes it, of removing an item brings it back', () => {
    const tanaka = anAudit()
    const id = newItemId('usb')
    const listed = decideListItem(tanaka.audit, id, { roster: 'media', tag: '4C53', name: 'ＵＳＢ', source: 'found' })
    const undoListing = change(tanaka, valueOf(listed))
    const undoRemoval = change(tanaka, decideRemoveItem(must(tanaka.document.entity(id), 'the item')))
    expect(presentItems(tanaka.audit, 'media')).toHaveLength(0)
    tanaka.write(valueOf(undoRemoval()))
    expect(presentItems(tanaka.audit, 'media').map((item) => item.existence)).toEqual(['present'])
    expect(undoListing().ok).toBe(false)
  })

  test('of adding an item takes it away whole, whichever of its entries was written first', () => {
    const tanaka = anAudit()
    const id = newItemId('usb')
    const wish = { roster: 'media', tag: '4C53', name: 'ＵＳＢ', source: 'found' } as const
    const described = { kind: 'medium-described', entity: id, supersedes: [], body: { text: '16GB' } } as const
    const undo = change(tanaka, [described, ...valueOf(decideListItem(tanaka.audit, id, wish))])
    tanaka.write(valueOf(undo()))
    expect(tanaka.audit.items.get(id)?.existence).toBe('removed')
  })

  test('of adding a measure removes it whole', () => {
    const tanaka = anAudit()
    const undo = change(
      tanaka,
      decideAddMeasure(tanaka.audit, finding, { id: newMeasureId('m'), type: 'correction', text: '更新した' }),
    )
    tanaka.write(valueOf(undo()))
    expect(measuresOf(tanaka.audit, finding)).toEqual([])
  })
})

describe('restoring what was removed', () => {
  test('[M8] a measure removed here and worded there stays, flagged, until a person brings it back', () => {
    const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
    const id = newMeasureId('m')
    tanaka.write(decideAddMeasure(tanaka.audit, finding, { id, type: 'correction', text: '更新した' }))
    sato.seeAllOf(tanaka)
    tanaka.write(
      decideRemoveMeasure(
        must(tanaka.audit.measures.get(id), 'the measure'),
        must(tanaka.document.entity(id), 'the measure'),
      ),
    )
    sato.write(decideWordMeasure(must(sato.audit.measures.get(id), 'the measure'), '更新し、記録した'))
    tanaka.seeAllOf(sato)
    expect(measuresOf(tanaka.audit, finding).map(({ existence }) => existence)).toEqual(['removed-but-edited'])

    const history = [...tanaka.written, ...sato.written].filter(({ entity }) => entity === id)
    tanaka.write(decideRestore(must(tanaka.document.entity(id), 'the measure'), history))
    const [restored] = measuresOf(tanaka.audit, finding)
    expect(restored?.existence).toBe('present')
    expect(restored?.text.values.map(({ content }) => content.body.text)).toEqual(['更新し、記録した'])
  })
})
