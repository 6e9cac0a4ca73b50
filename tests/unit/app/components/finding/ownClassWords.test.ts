import { expect, test } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import { findingStateWord } from '../../../../../src/app/components/finding/findingStateWord.ts'
import { recommendationWord } from '../../../../../src/app/components/finding/recommendationWord.ts'
import { addedClass, changedClass } from '../../../../../src/domain/library/decideClasses.ts'
import { readLibrary } from '../../../../../src/domain/library/readLibrary.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'

const i18n = await i18nOf('ja')
const words = { t: i18n.global.t as unknown as ComposerTranslation, language: 'ja' } as const
const builtin = readLibrary()
const own = {
  ...builtin,
  findingClasses: addedClass(
    changedClass(builtin.findingClasses, 'opinion', { ja: '要望' }),
    { ja: '指導', en: '' },
    'a',
  ),
  measureClasses: changedClass(builtin.measureClasses, 'done', { ja: '改善が完了' }),
}

test('[L5] what is asked for stands under the name of its class, as in print', () => {
  const heads = (library: typeof own) =>
    ['finding', 'opinion', 'own-a'].map((code) => recommendationWord(code, { ...words, library }))
  expect(heads(own)).toEqual(['指摘事項', '要望', '指導'])
  expect(heads(builtin)).toEqual(['指摘事項', '意見', 'own-a'])
})

test('[L5] a finding whose measures are done is told by the name of their class, in its history too', () => {
  const said = (library: typeof own) =>
    (['planned', 'done', 'verified'] as const).map((state) => findingStateWord(state, { ...words, library }))
  expect(said(own)).toEqual(['措置方針', '改善が完了', '確認済'])
  expect(said(builtin)).toEqual(['措置方針', '措置済', '確認済'])
})
