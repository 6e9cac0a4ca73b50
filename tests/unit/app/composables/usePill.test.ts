import { computed, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import { pillOf } from '../../../../src/app/composables/usePill.ts'
import { listConflicts } from '../../../../src/domain/audit/listConflicts.ts'
import { addedClass, decideDefineClasses } from '../../../../src/domain/library/decideClasses.ts'
import { listsInConflict, readLibrary } from '../../../../src/domain/library/readLibrary.ts'
import { initialStatus } from '../../../../src/sync/SyncStatus.ts'
import { valueOf } from '../../../support/anAudit.ts'
import { TestDevice } from '../../../support/TestDevice.ts'

/** Two tablets that define the classes of findings without having seen each other. */
function apart() {
  const [tanaka, sato] = [new TestDevice('tanaka'), new TestDevice('sato')]
  for (const device of [tanaka, sato]) {
    const library = readLibrary(device.document.state)
    const classes = addedClass(library.findingClasses, { ja: '指導', en: 'Guidance' }, device === sato ? 'b' : 'a')
    device.write(valueOf(decideDefineClasses(library, 'findingClasses', classes)))
  }
  return { tanaka, sato }
}

test('[L4] a list that two tablets have defined waits for a decision, and no other', () => {
  const { tanaka, sato } = apart()
  expect(listsInConflict(readLibrary(tanaka.document.state))).toEqual([])
  tanaka.seeAllOf(sato)
  expect(listsInConflict(readLibrary(tanaka.document.state))).toEqual(['findingClasses'])
})

test('[L4] classes in conflict need attention on every screen, beside what the open audit holds', () => {
  const { tanaka, sato } = apart()
  tanaka.seeAllOf(sato)
  const shown = {
    save: shallowRef({ state: 'idle' } as const),
    conflicts: computed(() => listConflicts(tanaka.document.state)),
  }
  const needs = (classConflicts: number) => ({ isReserveInUse: false, classConflicts })
  expect(pillOf(undefined, initialStatus, needs(0)).state).toBe('all-sent')
  expect(pillOf(undefined, initialStatus, needs(1))).toMatchObject({ state: 'conflict', count: 1 })
  expect(pillOf(shown, initialStatus, needs(1))).toMatchObject({ state: 'conflict', count: 2 })
})
