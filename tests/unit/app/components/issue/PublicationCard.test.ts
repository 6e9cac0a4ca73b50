import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import PublicationCard from '../../../../../src/app/components/issue/PublicationCard.vue'
import type { Language } from '../../../../../src/domain/template/Localised.ts'
import { i18nOf } from '../../../../support/i18nOf.ts'

const last = {
  ...{ key: 'tanaka:9', reportNo: '報告監６の第７号', author: '田中', at: '4月22日', device: 'この端末' },
  ...{ count: 2, contentHash: 'hash' },
}

async function drawn(changed: readonly string[], withdrawn: readonly string[], language: Language = 'ja') {
  const i18n = await i18nOf(language)
  const props = { state: 'changed-since' as const, isUnsent: false, last, earlier: [], changed, withdrawn }
  return renderToString(createSSRApp(PublicationCard, props).use(i18n))
}

const header = '報告番号・監査の対象'

test('[A28] a published finding that was withdrawn is told by its number', async () => {
  const html = await drawn([], ['２（１）'])
  expect(html).toContain('公表した指摘２（１）が、公表したあとに取り下げられています。')
  expect(html).not.toContain(header)
  expect(await drawn([], ['2 (1)'], 'en')).toContain('Finding 2 (1) was published and has been withdrawn since.')
})

test('[A28] what changed beside it is told, too; the header only where no finding says what changed', async () => {
  const html = await drawn(['２（２）'], ['２（１）'])
  expect(html).toMatch(/<b[^>]*>２（２）<\/b>/)
  expect(html).not.toContain(header)
  expect(await drawn([], [])).toContain(header)
})
