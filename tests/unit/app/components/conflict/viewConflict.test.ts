import { describe, expect, test } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import { conflictKey, decideChoice, viewConflict } from '../../../../../src/app/components/conflict/viewConflict.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'
import { decideRaiseEmptyFinding } from '../../../../../src/domain/audit/decideRaiseFinding.ts'
import { decideWordFinding } from '../../../../../src/domain/audit/decideFinding.ts'
import { newFindingId, newMeasureId } from '../../../../../src/domain/audit/entityIds.ts'
import { listConflicts } from '../../../../../src/domain/audit/listConflicts.ts'
import { decideAddMeasure, decideScheduleMeasure } from '../../../../../src/domain/audit/measure.ts'
import { readLibrary } from '../../../../../src/domain/library/readLibrary.ts'
import { must } from '../../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../../support/anAudit.ts'
import { day } from '../../../../support/day.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

const i18n = await i18nOf('ja')
const words = {
  // The same translator; only the set of locale names in its type differs from that of a component.
  t: i18n.global.t as unknown as ComposerTranslation,
  language: 'ja',
  library: readLibrary(),
  nameOf: (author: string) => (author === 'person-sato' ? '佐藤' : '田中'),
  isThisDevice: (device: string) => device === 'tanaka',
} as const

const id = newFindingId('one')
const measureId = newMeasureId('one')

/** Both tablets word the cause and date the measure while apart; then each sees the other. */
function twoTablets() {
  const tanaka = anAudit('tanaka')
  tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
  tanaka.write(decideAddMeasure(tanaka.audit, id, { id: measureId, type: 'correction', text: '' }))
  const sato = new TestDevice('sato')
  sato.seeAllOf(tanaka)
  for (const [device, text, on] of [
    [tanaka, '共通の原因。田中の原因。', '2024-02-01'],
    [sato, '共通の原因。佐藤の原因。', '2023-12-05'],
  ] as const) {
    device.write(decideWordFinding(must(device.audit.findings.get(id), 'finding'), 'cause', text))
    const measure = must(device.audit.measures.get(measureId), 'measure')
    device.write(decideScheduleMeasure(measure, { kind: 'measure-completed', body: { doneOn: day(on) } }))
  }
  tanaka.seeAllOf(sato)
  sato.seeAllOf(tanaka)
  return { tanaka, sato }
}

const conflictIn = (device: TestDevice, name: string) =>
  must(
    listConflicts(device.document.state).find((conflict) => conflict.name === name),
    `conflict of ${name}`,
  )

describe('viewConflict', () => {
  test('shows this tablet first, with the name of who wrote each version', () => {
    const view = viewConflict(conflictIn(twoTablets().tanaka, 'cause'), words)
    expect(view.label).toBe('原因')
    expect(view.sides.map(({ author, isThisDevice }) => [author, isThisDevice])).toEqual([
      ['田中', true],
      ['佐藤', false],
    ])
  })

  test('holds a merged draft ready for texts and none for dates', () => {
    const { tanaka } = twoTablets()
    expect(viewConflict(conflictIn(tanaka, 'cause'), words).merged).toBe('共通の原因。田中の原因。佐藤の原因。')
    const dates = viewConflict(conflictIn(tanaka, 'schedule'), words)
    expect(dates.merged).toBeUndefined()
    expect(dates.sides.map((side) => side.words)).toEqual(['措置済　令和6年2月1日', '措置済　令和5年12月5日'])
  })
})

describe('decideChoice', () => {
  test('settles a conflict by the version chosen, on both tablets', () => {
    const { tanaka, sato } = twoTablets()
    const conflict = conflictIn(tanaka, 'schedule')
    const theirs = must(viewConflict(conflict, words).sides[1], 'their side')
    tanaka.write(valueOf(decideChoice(conflict, { type: 'side', key: theirs.key })))
    sato.seeAllOf(tanaka)
    for (const device of [tanaka, sato]) {
      expect(listConflicts(device.document.state).map(({ name }) => name)).toEqual(['cause'])
      expect(device.audit.measures.get(measureId)?.schedule.values[0]?.content.body).toEqual({ doneOn: '2023-12-05' })
    }
  })

  test('settles a conflict by the text written from both', () => {
    const { tanaka } = twoTablets()
    const decided = decideChoice(conflictIn(tanaka, 'cause'), { type: 'merged', text: '二人の原因。' })
    tanaka.write(valueOf(decided))
    expect(tanaka.audit.findings.get(id)?.parts.cause.values.map(({ content }) => content.body.text)).toEqual([
      '二人の原因。',
    ])
  })

  test('refuses a version that is not in the log any more', () => {
    const conflict = conflictIn(twoTablets().tanaka, 'cause')
    expect(decideChoice(conflict, { type: 'side', key: 'sato:99' })).toEqual({ ok: false, error: 'already-settled' })
    expect(conflictKey(conflict)).toBe(`${id}#cause`)
  })
})
