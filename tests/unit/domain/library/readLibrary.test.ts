import { expect, test } from 'vitest'
import { builtinClasses } from '../../../../src/domain/library/Library.ts'
import { labelOf, organisationEntity, readLibrary } from '../../../../src/domain/library/readLibrary.ts'
import { firstDraft } from '../../../../src/domain/audit/draftFor.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

const guidance = { code: 'guidance', ja: '指導', en: 'Guidance', isActive: true }

test('an organisation that has defined nothing chooses from the built-in classes', () => {
  const { findingClasses, severities, measureClasses } = readLibrary()
  expect({ findingClasses, severities, measureClasses }).toEqual(builtinClasses)
})

test('what it defines stands first, and a code that it leaves out stays readable', () => {
  const tanaka = new TestDevice('tanaka')
  tanaka.write([firstDraft(organisationEntity, 'finding-classes-defined', { classes: [guidance] })])
  const { findingClasses, severities } = readLibrary(tanaka.document.state)
  expect(findingClasses.map(({ code, isActive }) => [code, isActive])).toEqual([
    ['guidance', true],
    ['finding', false],
    ['opinion', false],
  ])
  expect(severities).toEqual(builtinClasses.severities)
  expect([labelOf(findingClasses, 'guidance', 'ja'), labelOf(findingClasses, 'unheard', 'en')]).toEqual([
    '指導',
    'unheard',
  ])
})

test('of two definitions in conflict every class can be chosen', () => {
  const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
  const define = (by: TestDevice, code: string) =>
    by.write([firstDraft(organisationEntity, 'severities-defined', { classes: [{ ...guidance, code }] })])
  define(tanaka, 'a')
  define(sato, 'b')
  tanaka.seeAllOf(sato)
  const active = readLibrary(tanaka.document.state).severities.filter(({ isActive }) => isActive)
  expect(active.map(({ code }) => code).sort()).toEqual(['a', 'b'])
})
