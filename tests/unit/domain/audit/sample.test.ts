import { expect, test } from 'vitest'
import { decideJudge, decideMeasureAnswer } from '../../../../src/domain/audit/decideAnswer.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { draftFinding } from '../../../../src/domain/audit/draftFinding.ts'
import { answerOf } from '../../../../src/domain/audit/questionStatus.ts'
import {
  decideConcludeSample,
  decideDrawSample,
  decideExaminePick,
  decideWithdrawSample,
  sampleOf,
} from '../../../../src/domain/audit/sample.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, placeOf, refOf, valueOf } from '../../../support/anAudit.ts'
import { day } from '../../../support/day.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const ref = refOf('B07')
const draw = (device: TestDevice, size = 4, population = 40) =>
  decideDrawSample(device.audit, ref, { population, size, randomInt: (below) => below - 1 })
const examine = (device: TestDevice, pick: number, outcome: 'sound' | 'deficient' | 'open') =>
  device.write(decideExaminePick(device.audit, { ...ref, pick }, { outcome, note: '' }))
const condition = (device: TestDevice) =>
  draftFinding([placeOf('B07')], { audit: device.audit, language: 'ja', today: day('2023-10-24') }).conditions

test('[A6] a sample counts what is sound, deficient and still open', () => {
  const tanaka = anAudit()
  tanaka.write(valueOf(draw(tanaka)))
  examine(tanaka, 37, 'sound')
  examine(tanaka, 38, 'deficient')
  expect(sampleOf(tanaka.audit, ref)).toMatchObject({ population: 40, sound: 1, deficient: 1, open: 2 })
})

test('[A6] a finding speaks of the sample once every record was looked at, else of the number answered', () => {
  const tanaka = anAudit()
  tanaka.write(decideJudge(answerOf(tanaka.audit, ref), 'partial'))
  tanaka.write(decideMeasureAnswer(answerOf(tanaka.audit, ref), { type: 'number', number: 3 }))
  tanaka.write(valueOf(draw(tanaka)))
  for (const pick of [37, 38, 39]) examine(tanaka, pick, 'deficient')
  expect(condition(tanaka)).toContain('抽出した10件のうち３件')
  examine(tanaka, 40, 'sound')
  expect(condition(tanaka)).toContain('抽出した４件のうち３件')
})

test('[A6] a new draw keeps what was noted of a record, and a withdrawn one is none', () => {
  const tanaka = anAudit()
  tanaka.write(valueOf(draw(tanaka)))
  examine(tanaka, 40, 'deficient')
  tanaka.write(valueOf(draw(tanaka, 2)))
  expect(sampleOf(tanaka.audit, ref)).toMatchObject({ deficient: 1, open: 1 })
  tanaka.write(decideWithdrawSample(tanaka.audit, ref))
  expect(sampleOf(tanaka.audit, ref)).toBeUndefined()
})

test('two draws at once are a conflict and no sample; one seen differently by two is open', () => {
  const [tanaka, sato] = [anAudit(), new TestDevice('sato')]
  sato.seeAllOf(tanaka)
  tanaka.write(valueOf(draw(tanaka)))
  sato.write(valueOf(draw(sato, 5)))
  tanaka.seeAllOf(sato)
  expect(sampleOf(tanaka.audit, ref)).toBeUndefined()
  const [sound, deficient] = [anAudit(), new TestDevice('sato')]
  sound.write(valueOf(draw(sound)))
  deficient.seeAllOf(sound)
  examine(sound, 40, 'sound')
  examine(deficient, 40, 'deficient')
  sound.seeAllOf(deficient)
  expect(sampleOf(sound.audit, ref)?.picks.at(-1)).toMatchObject({ outcome: 'open', isInConflict: true })
})

test('refuses nothing to draw from, nothing to draw, and more than a person reads', () => {
  const tanaka = anAudit()
  expect(draw(tanaka, 10, 0)).toEqual({ ok: false, error: 'population-missing' })
  expect(draw(tanaka, 0, 10)).toEqual({ ok: false, error: 'size-missing' })
  expect(draw(tanaka, 201, 900)).toEqual({ ok: false, error: 'sample-too-large' })
})

test('taken back, a first draw leaves no sample and a first look leaves the record open', () => {
  const tanaka = anAudit()
  const undoable = (drafts: Parameters<typeof rememberEarlier>[1]) => {
    const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a change that can be undone')
    const recorded = tanaka.write(drafts)
    return () => tanaka.write(valueOf(decideUndo(tanaka.document.state, recorded, earlier)))
  }
  const undoDraw = undoable(valueOf(draw(tanaka)))
  undoable(decideExaminePick(tanaka.audit, { ...ref, pick: 40 }, { outcome: 'deficient', note: 'x' }))()
  expect(sampleOf(tanaka.audit, ref)).toMatchObject({ open: 4 })
  undoDraw()
  expect(sampleOf(tanaka.audit, ref)).toBeUndefined()
})

test('judged by its sample, the question takes over the number of deficient records, once all were looked at', () => {
  const tanaka = anAudit()
  tanaka.write(valueOf(draw(tanaka, 2)))
  examine(tanaka, 39, 'deficient')
  tanaka.write(decideConcludeSample(tanaka.audit, ref, 'partial'))
  expect(answerOf(tanaka.audit, ref).value.values).toEqual([])
  examine(tanaka, 40, 'sound')
  tanaka.write(decideConcludeSample(tanaka.audit, ref, 'nonconforming'))
  const answer = answerOf(tanaka.audit, ref)
  expect(answer.value.values[0]?.content.body).toEqual({ value: { type: 'number', number: 1 } })
  expect(answer.judgement.values[0]?.content.body).toMatchObject({ judgement: 'nonconforming' })
})
