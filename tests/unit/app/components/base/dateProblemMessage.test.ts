import { expect, test } from 'vitest'
import { dateProblemMessage } from '../../../../../src/app/components/base/dateProblemMessage.ts'
import { parseWareki } from '../../../../../src/domain/calendar/parseWareki.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'
import type { Language } from '../../../../../src/domain/template/Localised.ts'

async function sentenceFor(text: string, language: Language): Promise<string> {
  const parsed = parseWareki(text)
  if (parsed.ok) throw new Error(`${text} is a date`)
  const { key, values } = dateProblemMessage(parsed.error, language)
  return (await i18nOf(language)).global.t(key, values)
}

test('a day that month does not have is told with its last day', async () => {
  expect(await sentenceFor('令和6年2月31日', 'ja')).toBe('2月は29日までです。日付を直してください。')
  expect(await sentenceFor('令和6年2月31日', 'en')).toBe('February has only 29 days. Correct the date.')
})

test('a year after the end of its era offers the date it would be', async () => {
  expect(await sentenceFor('平成34年3月1日', 'ja')).toContain('令和4年3月1日')
})

test.each(['6/3/7', '令和0年3月7日', '令和6年13月1日', 'いつか', '1800-01-01'])(
  'what is wrong with %s is said in a sentence of either language',
  async (text) => {
    for (const language of ['ja', 'en'] as const) {
      expect(await sentenceFor(text, language)).not.toContain('dateProblem')
    }
  },
)
