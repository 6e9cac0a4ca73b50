import { createSSRApp, defineComponent, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import type { ItemTally } from '../../../../../src/app/components/checklist/RowView.ts'
import { useTallyWords } from '../../../../../src/app/components/checklist/useTallyWords.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'
import type { Language } from '../../../../../src/domain/template/Localised.ts'

const tally: ItemTally = { roster: 'media', asked: 5, answered: 5, ok: 5, part: 0, ng: 0, failing: 0 }

async function wordsOf(counted: ItemTally, language: Language): Promise<string> {
  const words = defineComponent(() => {
    const { tallyWords } = useTallyWords()
    return () => h('p', tallyWords(counted))
  })
  const html = await renderToString(createSSRApp(words).use(await i18nOf(language)))
  return html.replace(/<[^>]+>/g, '')
}

test('failing items are counted with the counter of their roster', async () => {
  expect(await wordsOf({ ...tally, ok: 1, ng: 4, failing: 4 }, 'ja')).toBe('5本のうち4本が不適合')
  expect(await wordsOf({ ...tally, roster: 'machines', ok: 4, part: 1, failing: 1 }, 'ja')).toBe('5台のうち1台が不適合')
  expect(await wordsOf({ ...tally, ok: 1, ng: 4, failing: 4 }, 'en')).toBe('4 of 5 media fail')
})

test('nothing is called good before every item was answered', async () => {
  expect(await wordsOf({ ...tally, answered: 3, ok: 3 }, 'ja')).toBe('5本')
  expect(await wordsOf(tally, 'ja')).toBe('5本とも適合')
})

test('対象外 items are not called good', async () => {
  expect(await wordsOf({ ...tally, ok: 3 }, 'ja')).toBe('不適合なし')
})
