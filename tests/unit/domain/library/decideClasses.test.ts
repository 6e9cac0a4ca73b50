import { describe, expect, test } from 'vitest'
import { decideClassFinding } from '../../../../src/domain/audit/decideFinding.ts'
import { decideRaiseEmptyFinding } from '../../../../src/domain/audit/decideRaiseFinding.ts'
import { decideSettle } from '../../../../src/domain/audit/decideSettle.ts'
import { decideUndo, rememberEarlier } from '../../../../src/domain/audit/decideUndo.ts'
import { newFindingId } from '../../../../src/domain/audit/entityIds.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import type { ClassList } from '../../../../src/domain/library/ClassList.ts'
import {
  addedClass,
  changedClass,
  decideDefineClasses,
  isBuiltinList,
  movedClass,
  resetClasses,
} from '../../../../src/domain/library/decideClasses.ts'
import { builtinClasses, type ClassListName } from '../../../../src/domain/library/Library.ts'
import { labelOf, organisationEntity, readLibrary } from '../../../../src/domain/library/readLibrary.ts'
import { must } from '../../../../src/domain/must.ts'
import { anAudit, valueOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const guidance = { ja: '指導', en: 'Guidance' }
const libraryOf = (device: TestDevice) => readLibrary(device.document.state)
const codesOf = (classes: ClassList) => classes.map(({ code }) => code)
const offered = (classes: ClassList) => classes.filter(({ isActive }) => isActive).map(({ ja }) => ja)

function define(device: TestDevice, change: (classes: ClassList) => ClassList, list: ClassListName = 'findingClasses') {
  const library = libraryOf(device)
  device.write(valueOf(decideDefineClasses(library, list, change(library[list]))))
}

function refusalOf(classes: ClassList, list: ClassListName = 'findingClasses'): string {
  const decided = decideDefineClasses(readLibrary(), list, classes)
  return decided.ok ? 'taken' : decided.error
}

describe('defining what audits choose from', () => {
  test('adds, renames, moves and switches off', () => {
    const tanaka = new TestDevice('tanaka')
    define(tanaka, (classes) => addedClass(classes, guidance, 'AbC_-9'))
    define(tanaka, (classes) => changedClass(classes, 'opinion', { ja: '意見・要望' }))
    define(tanaka, (classes) => movedClass(classes, 'own-abc9', -1))
    define(tanaka, (classes) => changedClass(classes, 'finding', { isActive: false }))
    const { findingClasses } = libraryOf(tanaka)
    expect(codesOf(findingClasses)).toEqual(['finding', 'own-abc9', 'opinion'])
    expect(offered(findingClasses)).toEqual(['指導', '意見・要望'])
  })

  test('takes the Japanese name where no English one is given', () => {
    expect(addedClass([], { ja: '指導', en: ' ' }, 'a')[0]).toMatchObject({ ja: '指導', en: '指導' })
  })

  test('writes nothing where nothing changes', () => {
    expect(decideDefineClasses(readLibrary(), 'severities', builtinClasses.severities)).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['label-missing', changedClass(builtinClasses.findingClasses, 'finding', { ja: ' ' })],
    ['label-missing', changedClass(builtinClasses.findingClasses, 'finding', { en: '' })],
    ['label-too-long', changedClass(builtinClasses.findingClasses, 'finding', { ja: 'あ'.repeat(41) })],
    ['label-twice', addedClass(builtinClasses.findingClasses, { ja: ' 意見', en: 'Another' }, 'a')],
    ['label-twice', addedClass(builtinClasses.findingClasses, { ja: '別', en: 'ＯＰＩＮＩＯＮ' }, 'a')],
    ['none-active', builtinClasses.findingClasses.map((each) => ({ ...each, isActive: false }))],
    [
      'too-many',
      Array.from({ length: 51 }, (_, at) => ({
        code: `c${String(at)}`,
        ja: String(at),
        en: String(at),
        isActive: true,
      })),
    ],
  ])('[L2] refuses a list with %s', (problem, classes) => {
    expect(refusalOf(classes)).toBe(problem)
  })

  test('[L2] a name that is offered no more may be given to another class', () => {
    const off = changedClass(builtinClasses.findingClasses, 'opinion', { isActive: false })
    expect(refusalOf(addedClass(off, { ja: '意見', en: 'Opinion' }, 'a'))).toBe('taken')
  })

  test('[L2] the classes of measures are renamed and nothing else', () => {
    const { measureClasses } = builtinClasses
    expect(refusalOf(changedClass(measureClasses, 'planned', { ja: '措置予定' }), 'measureClasses')).toBe('taken')
    expect(refusalOf(changedClass(measureClasses, 'planned', { isActive: false }), 'measureClasses')).toBe('fixed')
    expect(refusalOf(movedClass(measureClasses, 'planned', -1), 'measureClasses')).toBe('fixed')
    expect(refusalOf(addedClass(measureClasses, guidance, 'a'), 'measureClasses')).toBe('fixed')
  })

  test('[L3] no list takes a code away that an audit may have recorded', () => {
    const tanaka = anAudit('tanaka')
    define(tanaka, (classes) => addedClass(classes, guidance, 'a'))
    const id = newFindingId('one')
    tanaka.write(decideRaiseEmptyFinding(tanaka.audit, id))
    tanaka.write(decideClassFinding(must(tanaka.audit.findings.get(id), 'finding'), 'own-a'))
    define(tanaka, () => builtinClasses.findingClasses)
    const { findingClasses } = libraryOf(tanaka)
    const chosen = tanaka.audit.findings.get(id)?.class.values[0]?.content.body.class ?? ''
    expect(labelOf(findingClasses, chosen, 'ja')).toBe('指導')
    expect(offered(findingClasses)).toEqual(['指摘', '意見'])
  })

  test('[L3] an undo keeps the code that it takes back, offered no more', () => {
    const tanaka = new TestDevice('tanaka')
    const library = libraryOf(tanaka)
    const drafts = valueOf(
      decideDefineClasses(library, 'findingClasses', addedClass(library.findingClasses, guidance, 'a')),
    )
    const earlier = must(rememberEarlier(tanaka.document.state, drafts), 'a way back')
    tanaka.write(valueOf(decideUndo(tanaka.document.state, tanaka.write(drafts), earlier)))
    const { findingClasses } = libraryOf(tanaka)
    expect([offered(findingClasses), labelOf(findingClasses, 'own-a', 'ja')]).toEqual([['指摘', '意見'], '指導'])
  })

  test('sets a list back to what is built in, its own classes switched off behind it', () => {
    const changed = addedClass(changedClass(builtinClasses.severities, 'low', { ja: '小' }), guidance, 'a')
    expect(isBuiltinList('severities', changed)).toBe(false)
    const back = resetClasses('severities', changed)
    expect(offered(back)).toEqual(['重大', '中', '軽微'])
    expect([codesOf(back).at(-1), isBuiltinList('severities', back)]).toEqual(['own-a', true])
  })
})

describe('two tablets that define a list while apart', () => {
  function apart() {
    const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
    define(tanaka, (classes) => addedClass(classes, guidance, 'a'))
    define(sato, (classes) =>
      addedClass(changedClass(classes, 'opinion', { isActive: false }), { ja: '要望', en: 'Wish' }, 'b'),
    )
    tanaka.seeAllOf(sato)
    sato.seeAllOf(tanaka)
    return { tanaka, sato }
  }

  test('[L4] both lists stand, what either offers can be chosen, and nothing is defined over them', () => {
    for (const device of Object.values(apart())) {
      const library = libraryOf(device)
      expect(listConflicts(device.document.state).map(({ name }) => name)).toEqual(['finding-classes'])
      expect(offered(library.findingClasses).sort()).toEqual(['意見', '指導', '指摘', '要望'].sort())
      expect(decideDefineClasses(library, 'findingClasses', library.findingClasses)).toEqual({
        ok: false,
        error: 'in-conflict',
      })
    }
  })

  test('[L3] the choice between them keeps the codes of the other one, offered no more', () => {
    const { tanaka, sato } = apart()
    const register = libraryOf(tanaka).registers.findingClasses
    const mine = must(
      register.values.find(({ device }) => device === 'tanaka'),
      'my version',
    )
    tanaka.write(valueOf(decideSettle(organisationEntity, register, mine.content)))
    sato.seeAllOf(tanaka)
    for (const device of [tanaka, sato]) {
      const { findingClasses } = libraryOf(device)
      expect(listConflicts(device.document.state)).toEqual([])
      expect(offered(findingClasses)).toEqual(['指摘', '意見', '指導'])
      expect(labelOf(findingClasses, 'own-b', 'ja')).toBe('要望')
    }
  })
})
