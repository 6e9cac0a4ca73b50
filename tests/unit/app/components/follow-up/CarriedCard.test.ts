import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import { wordsKeeperKey, type WordsPlace } from '../../../../../src/app/components/base/unsentWords.ts'
import CarriedCard from '../../../../../src/app/components/follow-up/CarriedCard.vue'
import { checkText, keptCheckText, readKeptCheck } from '../../../../../src/app/components/follow-up/keptCheck.ts'
import type { CarriedOrigin } from '../../../../../src/domain/audit/carried.ts'
import { carriedEntity, newFindingId, newMeasureId } from '../../../../../src/domain/audit/entityIds.ts'
import type { StreamId } from '../../../../../src/domain/oplog/Dot.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'

const measure = newMeasureId('m')
const origin: CarriedOrigin = {
  ...{ stream: 'audit-1' as StreamId, finding: newFindingId('f'), measure, number: '２（１）', title: '媒体の登録' },
  ...{ unit: '健康局', text: '登録した。', class: 'done', on: null },
}

/** The card as it stands after a start of the browser, with what was kept before. */
async function drawnWith(words: string, recorded: { outcome?: 'kept' | 'lapsed'; note?: string } = {}) {
  const kept = new Map([['check', words]])
  const keeper = {
    kept: ({ field }: WordsPlace) => kept.get(field) ?? '',
    keep: ({ field }: WordsPlace, now: string) => void kept.set(field, now),
  }
  const i18n = await i18nOf('ja')
  const app = createSSRApp(CarriedCard, {
    ...{
      id: carriedEntity({ measure }),
      origin,
      classWord: '措置済',
      outcome: recorded.outcome,
      note: recorded.note ?? '',
    },
    ...{ isInConflict: false, isSealed: false },
  })
  const html = await renderToString(app.provide(wordsKeeperKey, keeper).use(i18n))
  return { html, kept: () => kept.get('check') }
}

const begun = keptCheckText({ outcome: 'lapsed', note: '4月から止まって', seen: '' })

test('a half-typed note and its answer stand in the card again after a killed browser', async () => {
  const { html, kept } = await drawnWith(begun)
  expect(html).toContain('4月から止まって')
  expect(html).toMatch(/value="lapsed"[^>]* checked|checked[^>]* value="lapsed"/)
  expect(kept()).toBe(begun)
})

test('what was recorded before the browser went is kept no more', async () => {
  expect((await drawnWith(begun, { outcome: 'lapsed', note: '4月から止まって' })).kept()).toBe('')
})

test('what somebody else recorded meanwhile stands beside the words that are not recorded', async () => {
  const { html } = await drawnWith(begun, { outcome: 'kept', note: '台帳で確認' })
  expect(html).toContain('記録されている回答')
  expect(html).toContain('台帳で確認')
  expect(html).toContain('4月から止まって')
  expect((await drawnWith(begun)).html).not.toContain('記録されている回答')
})

test('what was kept reads back as it was, and nothing else does', () => {
  expect(readKeptCheck(begun)).toEqual({ outcome: 'lapsed', note: '4月から止まって', seen: '' })
  for (const words of ['', '{', '{"outcome":"never"}']) expect(readKeptCheck(words)).toBeUndefined()
  expect(checkText('kept', ' a ')).toBe(checkText('kept', 'a'))
})
