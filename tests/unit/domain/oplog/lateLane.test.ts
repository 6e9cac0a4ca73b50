import { beforeEach, describe, expect, test } from 'vitest'
import { decideJudge } from '../../../../src/domain/audit/decideAnswer.ts'
import { decidePlaceLate } from '../../../../src/domain/audit/decidePlaceLate.ts'
import { decideReopen, decideSignOff } from '../../../../src/domain/audit/decideSignOff.ts'
import { decideAddMeasure } from '../../../../src/domain/audit/measure.ts'
import { decideAdvanceAudit } from '../../../../src/domain/audit/decideDescribeAudit.ts'
import type { AnswerRef, FindingId, MeasureId } from '../../../../src/domain/audit/entityIds.ts'
import { listLate } from '../../../../src/domain/audit/listLate.ts'
import { answerOf, judgementOf } from '../../../../src/domain/audit/questionStatus.ts'
import type { Judgement } from '../../../../src/domain/audit/auditVocabulary.ts'
import { lateDotOf, lateEntity } from '../../../../src/domain/oplog/lateLane.ts'
import { coversHeads } from '../../../../src/domain/oplog/SignOff.ts'
import type { DeviceId, Dot, EntityId } from '../../../../src/domain/oplog/Dot.ts'
import type { Placement } from '../../../../src/domain/oplog/StreamState.ts'
import type { Result } from '../../../../src/domain/Result.ts'
import type { QuestionId, TemplateId } from '../../../../src/domain/template/Template.ts'
import { stateSnapshot } from '../../../support/stateSnapshot.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const a02: AnswerRef = { template: 'antivirus' as TemplateId, question: 'A02' as QuestionId }
const judge = (device: TestDevice, judgement: Judgement) =>
  device.write(decideJudge(answerOf(device.audit, a02), judgement))
const judgementAt = (device: TestDevice) => judgementOf(answerOf(device.audit, a02))
const valueOf = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const sign = (device: TestDevice) => device.write(valueOf(decideSignOff(device.document)))
const reopen = (device: TestDevice) => device.write(valueOf(decideReopen(device.document, '再調査のため')))
const lateDots = (device: TestDevice) => [...device.document.state.late.keys()]
const place = (device: TestDevice, placement: Placement) =>
  device.write(valueOf(decidePlaceLate(device.document.state, lateDots(device), { placement, reason: '確認済み' })))

let tanaka: TestDevice
let sato: TestDevice
let reader: TestDevice

/** Both have judged A02 conforming; tanaka signs; sato, who does not know of it, judges again. */
beforeEach(() => {
  tanaka = new TestDevice('tanaka')
  sato = new TestDevice('sato')
  reader = new TestDevice('reader')
  tanaka.write(decideAdvanceAudit(tanaka.audit.header, 'drafting'))
  judge(tanaka, 'conforming')
  sato.seeAllOf(tanaka)
  sign(tanaka)
  judge(sato, 'nonconforming')
})

describe('behind a sign-off', () => {
  test('[M14] an entry made without having seen it waits and does not act', () => {
    tanaka.seeAllOf(sato)
    expect(judgementAt(tanaka)).toBe('conforming')
    expect(lateDots(tanaka)).toEqual(['sato:1'])
  })

  test('[M14] the tablet whose entry waits takes it back from its own sight once it learns of the sign-off', () => {
    expect(judgementAt(sato)).toBe('nonconforming')
    sato.seeAllOf(tanaka)
    expect(judgementAt(sato)).toBe('conforming')
    tanaka.seeAllOf(sato)
    expect(stateSnapshot(sato.document.state)).toEqual(stateSnapshot(tanaka.document.state))
  })

  test('[M14] what the signer had seen, and what the signer entered before, acts', () => {
    reader.seeAllOf(tanaka)
    expect([judgementAt(reader), lateDots(reader)]).toEqual(['conforming', []])
  })

  test('[M14] the signer’s own later entries wait as well', () => {
    judge(tanaka, 'partial')
    expect([judgementAt(tanaka), lateDots(tanaka)]).toEqual(['conforming', ['tanaka:4']])
  })

  test('[M14] measures and the audit’s next steps go on', () => {
    sato.write(
      decideAddMeasure(sato.audit, 'finding:f' as FindingId, {
        id: 'measure:m' as MeasureId,
        type: 'mechanism',
        text: '周知',
      }),
    )
    sato.write(decideAdvanceAudit(sato.audit.header, 'reported'))
    tanaka.seeAllOf(sato)
    expect(lateDots(tanaka)).toEqual(['sato:1'])
    expect(tanaka.audit.measures.size).toBe(1)
  })

  test('[M16] taken, it acts like any other entry', () => {
    tanaka.seeAllOf(sato)
    place(tanaka, 'taken')
    expect([judgementAt(tanaka), lateDots(tanaka)]).toEqual(['nonconforming', []])
    reader.see([...tanaka.written, ...sato.written].reverse())
    expect(stateSnapshot(reader.document.state)).toEqual(stateSnapshot(tanaka.document.state))
  })

  test('[M16] set aside, it stays aside and visible, also after a reopening', () => {
    tanaka.seeAllOf(sato)
    place(tanaka, 'set-aside')
    reopen(tanaka)
    expect([judgementAt(tanaka), lateDots(tanaka)]).toEqual(['conforming', ['sato:1']])
    expect(listLate(tanaka.document.state).map(({ placement }) => placement?.content.body)).toEqual([
      { placement: 'set-aside', reason: '確認済み' },
    ])
  })

  test('[M16] what one person takes while another sets it aside is taken', () => {
    tanaka.seeAllOf(sato)
    reader.seeAllOf(tanaka)
    reader.seeAllOf(sato)
    place(tanaka, 'set-aside')
    place(reader, 'taken')
    tanaka.seeAllOf(reader)
    reader.seeAllOf(tanaka)
    expect(judgementAt(tanaka)).toBe('nonconforming')
    expect(stateSnapshot(reader.document.state)).toEqual(stateSnapshot(tanaka.document.state))
  })

  test('[M14] [M16] a sign-off that arrives after its reopening still tells what was set aside behind it', () => {
    tanaka.seeAllOf(sato)
    const placed = place(tanaka, 'set-aside')
    const reopened = reopen(tanaka)
    reader.see([...sato.written, ...placed, ...reopened])
    expect(judgementAt(reader)).toBe('nonconforming')
    reader.seeAllOf(tanaka)
    expect(judgementAt(reader)).toBe('conforming')
    expect(stateSnapshot(reader.document.state)).toEqual(stateSnapshot(tanaka.document.state))
  })

  test('[M14] a reopening lets what waits act, and later entries too', () => {
    tanaka.seeAllOf(sato)
    reopen(tanaka)
    expect([judgementAt(tanaka), lateDots(tanaka)]).toEqual(['nonconforming', []])
    judge(tanaka, 'partial')
    expect(judgementAt(tanaka)).toBe('partial')
  })

  test('[M14] a new sign-off after a reopening covers what it saw', () => {
    tanaka.seeAllOf(sato)
    reopen(tanaka)
    sign(tanaka)
    sato.seeAllOf(tanaka)
    expect([judgementAt(sato), lateDots(sato)]).toEqual(['nonconforming', []])
  })

  test('[M14] the list says what would change, grouped by thing, device and author', () => {
    judge(sato, 'partial')
    tanaka.seeAllOf(sato)
    const [entry, ...others] = listLate(tanaka.document.state)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ device: 'sato', dots: ['sato:1', 'sato:2'], placement: undefined })
    expect(entry?.changes).toMatchObject([
      {
        register: 'judgement',
        before: { values: [{ content: { body: { judgement: 'conforming' } } }] },
        after: { kind: 'answer-judged', body: { judgement: 'partial' } },
      },
    ])
  })
})

describe('deciding', () => {
  test('an audit whose late entries wait, or that is signed off already, cannot be signed off', () => {
    tanaka.seeAllOf(sato)
    expect(decideSignOff(tanaka.document)).toEqual({
      ok: false,
      error: [{ code: 'already-signed' }, { code: 'late-waiting', count: 1 }],
    })
  })

  test('an open conflict, open checks and entries of a newer release stand in the way', () => {
    const [left, right] = [new TestDevice('left'), new TestDevice('right')]
    judge(left, 'conforming')
    judge(right, 'partial')
    right.write([{ kind: 'answer-weighed', entity: 'answer:antivirus/A02' as EntityId, supersedes: [], body: {} }])
    left.seeAllOf(right)
    expect(decideSignOff(left.document)).toEqual({
      ok: false,
      error: [{ code: 'checks-open' }, { code: 'conflicts-open', count: 1 }, { code: 'newer-entries', count: 1 }],
    })
  })

  test('a reopening and a placement need a reason, and something to decide about', () => {
    expect(decideReopen(tanaka.document, ' ')).toEqual({ ok: false, error: 'reason-missing' })
    expect(decideReopen(reader.document, '再調査')).toEqual({ ok: false, error: 'not-signed' })
    const wish = { placement: 'taken', reason: '' } as const
    expect(decidePlaceLate(tanaka.document.state, ['sato:1' as Dot], wish)).toEqual({
      ok: false,
      error: 'reason-missing',
    })
    expect(decidePlaceLate(tanaka.document.state, ['sato:1' as Dot], { ...wish, reason: '確認' })).toEqual({
      ok: false,
      error: 'not-late',
    })
  })
})

describe('what the server asks', () => {
  const body = { heads: [{ device: 'sato', n: 2 }] }
  const act = { device: 'tanaka' as DeviceId, body }
  test.each([
    ['it saw everything', [['sato', 2]], true],
    ['it saw more than the log holds', [['sato', 1]], true],
    ['its own device has more in its chain', [['tanaka', 9]], true],
    ['another device has more', [['sato', 3]], false],
    ['a device that it does not know has something', [['reader', 1]], false],
  ] as const)('[M15] %s: %j → %s', (_, log, isCovered) => {
    expect(coversHeads(act, new Map(log.map(([device, n]) => [device as DeviceId, n])))).toBe(isCovered)
  })

  test.each([[undefined], [{}], [{ heads: [{ device: 'a b', n: 1 }] }], [{ heads: [{ device: 'sato', n: 0 }] }]])(
    '[M15] an act that cites no heads covers nothing: %j',
    (unreadable) => {
      expect(coversHeads({ ...act, body: unreadable }, new Map())).toBe(false)
    },
  )
})

test('a late operation is named after its dot, and read back', () => {
  expect(lateEntity('tanaka_-1:12' as Dot)).toBe('late:tanaka_-1.12')
  expect(lateDotOf('late:tanaka_-1.12' as EntityId)).toBe('tanaka_-1:12')
  expect(lateDotOf('late:tanaka_-1.0' as EntityId)).toBeUndefined()
  expect(lateDotOf('answer:antivirus/A02' as EntityId)).toBeUndefined()
})
