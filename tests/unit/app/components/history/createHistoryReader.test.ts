import { describe, expect, test } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import { createHistoryReader } from '../../../../../src/app/components/history/createHistoryReader.ts'
import { decideJudge } from '../../../../../src/domain/audit/decideAnswer.ts'
import { decideClassFinding, decideWordFinding } from '../../../../../src/domain/audit/decideFinding.ts'
import { decideRaiseEmptyFinding } from '../../../../../src/domain/audit/decideRaiseFinding.ts'
import { decideSettle } from '../../../../../src/domain/audit/decideSettle.ts'
import { decideUndo, rememberEarlier } from '../../../../../src/domain/audit/decideUndo.ts'
import { answerOf } from '../../../../../src/domain/audit/questionStatus.ts'
import { firstDraft } from '../../../../../src/domain/audit/draftFor.ts'
import { newFindingId } from '../../../../../src/domain/audit/entityIds.ts'
import { readLibrary, organisationEntity } from '../../../../../src/domain/library/readLibrary.ts'
import { must } from '../../../../../src/domain/must.ts'
import type { AuditDraft } from '../../../../../src/domain/audit/auditKinds.ts'
import type { Operation } from '../../../../../src/domain/oplog/Operation.ts'
import { anAudit, refOf, valueOf } from '../../../../support/anAudit.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'
import { TestDevice } from '../../../../support/TestDevice.ts'

const i18n = await i18nOf('ja')
const words = {
  // The same translator; only the set of locale names in its type differs from that of a component.
  t: i18n.global.t as unknown as ComposerTranslation,
  language: 'ja',
  library: readLibrary(),
  nameOf: (author: string) => author,
  deviceOf: (device: string) => device,
  labelOf: (register: string) => register,
} as const
const id = newFindingId('one')
const findingOf = (device: TestDevice) => must(device.audit.findings.get(id), 'the finding')

function readerOf(device: TestDevice, operations: readonly Operation[] = device.written) {
  const log = operations.map((operation) => ({ operation }))
  return createHistoryReader(log, device.document.state, words)
}

/** Both word the cause while apart, and 田中 settles it. */
function settled() {
  const tanaka = anAudit('tanaka')
  tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
  const sato = new TestDevice('sato')
  sato.seeAllOf(tanaka)
  const [first] = tanaka.write(decideWordFinding(findingOf(tanaka), 'cause', '手順書がない。'))
  const [second] = sato.write(decideWordFinding(findingOf(sato), 'cause', '手順書が古い。'))
  tanaka.seeAllOf(sato)
  return { tanaka, sato, first: must(first, 'one'), second: must(second, 'another') }
}

/** Writes, and takes it back as 元に戻す does. */
function takeBack(device: TestDevice, drafts: readonly AuditDraft[]) {
  const earlier = must(rememberEarlier(device.document.state, drafts), 'something to take back')
  const written = device.write(drafts)
  const back = device.write(valueOf(decideUndo(device.document.state, written, earlier)))
  return { change: must(written[0], 'a change'), back: must(back[0], 'its taking back') }
}

describe('the history of a settled conflict', () => {
  test('[M7] both versions wait for a decision until somebody takes it', () => {
    const { tanaka, sato, first, second } = settled()
    const { entryOf } = readerOf(tanaka, [...tanaka.written, ...sato.written])
    for (const operation of [first, second])
      expect(entryOf({ operation })).toMatchObject({ standing: 'parallel', isCurrent: true, canRestore: false })
  })

  test('[A24] the decision shows both versions with who wrote them, and they show as replaced', () => {
    const { tanaka, sato, first, second } = settled()
    const { cause } = findingOf(tanaka).parts
    const body = { text: '手順書が古く、見直されていない。' }
    const [operation] = tanaka.write(valueOf(decideSettle(id, cause, { kind: 'finding-cause-worded', body })))
    const { entryOf } = readerOf(tanaka, [...tanaka.written, ...sato.written])
    const entry = entryOf({ operation: must(operation, 'the decision') })
    expect(entry.settledFrom.map(({ author, words: said }) => [author, said])).toEqual(
      expect.arrayContaining([
        ['person-tanaka', '手順書がない。'],
        ['person-sato', '手順書が古い。'],
      ]),
    )
    expect([entry.isCurrent, entry.before]).toEqual([true, undefined])
    for (const each of [first, second]) {
      const { isCurrent, standing, canRestore } = entryOf({ operation: each })
      expect([isCurrent, standing, canRestore]).toEqual([false, 'counts', true])
    }
  })
})

describe('what was taken back', () => {
  test('[A24] a change that was undone says by whom, and its undoing says that it brought back what stood before', () => {
    const tanaka = anAudit('tanaka')
    tanaka.write(decideJudge(answerOf(tanaka.audit, refOf('A02')), 'conforming'))
    const { change, back } = takeBack(tanaka, decideJudge(answerOf(tanaka.audit, refOf('A02')), 'nonconforming'))
    const { entryOf, isTakenBack } = readerOf(tanaka)
    expect(entryOf({ operation: change }).endedBy).toMatchObject({ how: 'taken-back', by: { key: back.dot } })
    expect([isTakenBack(change), isTakenBack(back)]).toEqual([true, false])
    expect(entryOf({ operation: back }).isTakingBack).toBe(true)
  })

  test('a first answer that was undone says so, too', () => {
    const tanaka = anAudit('tanaka')
    const { change } = takeBack(tanaka, decideJudge(answerOf(tanaka.audit, refOf('A02')), 'nonconforming'))
    expect(readerOf(tanaka).entryOf({ operation: change }).endedBy?.how).toBe('taken-back')
  })

  test('a change that another one merely follows is not said to be taken back', () => {
    const { tanaka } = settled()
    const [operation] = tanaka.written.slice(-1)
    tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '影響。'))
    tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '別の影響。'))
    const { entryOf } = readerOf(tanaka)
    for (const each of tanaka.written) expect(entryOf({ operation: each }).endedBy).toBeUndefined()
    expect(entryOf({ operation: must(operation, 'the cause') }).isTakingBack).toBe(false)
  })
})

describe('how an entry stands', () => {
  test('an entry says what it replaced', () => {
    const tanaka = anAudit('tanaka')
    tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
    tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '影響。'))
    const [operation] = tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '別の影響。'))
    expect(readerOf(tanaka).entryOf({ operation: must(operation, 'an entry') }).before?.words).toBe('影響。')
  })

  test('what the server refused and what is not sent yet say so', () => {
    const tanaka = anAudit('tanaka')
    const operation = must(tanaka.written[0], 'an entry')
    const { standingOf } = readerOf(tanaka)
    expect(standingOf({ operation, status: 'refused' })).toBe('refused')
    expect(standingOf({ operation, status: 'unsent' })).toBe('unsent')
    expect(standingOf({ operation, status: 'acked' })).toBe('counts')
  })

  test('[M10] a time before that of what was replaced is told, and decides nothing', () => {
    const tanaka = anAudit('tanaka')
    tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
    tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '影響。'))
    const [last] = tanaka.write(decideWordFinding(findingOf(tanaka), 'effect', '別の影響。'))
    const early = { ...must(last, 'an entry'), at: '2022-10-24T05:32:00.000Z' }
    const { entryOf } = readerOf(tanaka, [...tanaka.written.slice(0, -1), early])
    expect(entryOf({ operation: early })).toMatchObject({ isBeforeReplaced: true, isCurrent: true })
  })

  test('classes read as the organisation calls them, and never as their codes', () => {
    const tanaka = anAudit('tanaka')
    const classes = [{ code: 'guidance', ja: '指導事項', en: 'Guidance', isActive: true }]
    tanaka.write([firstDraft(organisationEntity, 'finding-classes-defined', { classes })])
    tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
    const [operation] = tanaka.write(decideClassFinding(findingOf(tanaka), 'guidance'))
    const log = tanaka.written.map((each) => ({ operation: each }))
    const library = readLibrary(tanaka.document.state)
    const { textOf } = createHistoryReader(log, tanaka.document.state, { ...words, library })
    expect(textOf(must(operation, 'a class'))).toBe('指導事項')
  })
})
