import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import AnswerButtons from '../../../../../src/app/components/checklist/AnswerButtons.vue'
import { answerShape } from '../../../../../src/app/components/checklist/answerShapes.ts'
import type { Judgement } from '../../../../../src/domain/audit/auditVocabulary.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'
import type { Language } from '../../../../../src/domain/template/Localised.ts'

async function drawn(judgement: Judgement | undefined, language: Language = 'ja'): Promise<string> {
  const i18n = await i18nOf(language)
  return renderToString(createSSRApp(AnswerButtons, { legend: 'A02 パターンファイル、判定', judgement }).use(i18n))
}

const textsOf = (html: string) => [...html.matchAll(/<span[^>]*>([^<]+)<\/span>/g)].map((match) => match[1])

test('a screen reader reads the number, the question and 判定 before the answers', async () => {
  expect(await drawn(undefined)).toMatch(/<fieldset[^>]*><legend[^>]*>A02 パターンファイル、判定<\/legend>/)
})

test('the answers keep their order in both languages', async () => {
  expect(textsOf(await drawn(undefined))).toEqual(['適合', '不適合', '一部', '対象外'])
  expect(textsOf(await drawn(undefined, 'en'))).toEqual(['Pass', 'Fail', 'Partial', 'N/A'])
})

test('only the given answer is chosen, and none for 未確認', async () => {
  expect((await drawn('partial')).match(/ checked/g)).toHaveLength(1)
  expect(await drawn('partial')).toMatch(/value="partial" checked/)
  expect(await drawn('not-checked')).not.toContain(' checked')
})

test('○ means good in Japanese and is not used for it in English', async () => {
  const [ring] = (await drawn('conforming', 'ja')).split('</label>')
  const [check] = (await drawn('conforming', 'en')).split('</label>')
  expect(ring).toContain(`d="${answerShape('conforming', 'ja').path}"`)
  expect(answerShape('conforming', 'ja').path).toContain('a10 10')
  expect(check).toContain(`d="${answerShape('conforming', 'en').path}"`)
  expect(answerShape('conforming', 'en').path).not.toContain('a')
})
