import { expect, test } from 'vitest'
import type { ComposerTranslation } from 'vue-i18n'
import { contentOf } from '../../../../../src/app/components/history/contentOf.ts'
import { describeContent } from '../../../../../src/app/components/history/describeContent.ts'
import en from '../../../../../src/app/i18n/en/conflict.json' with { type: 'json' }
import ja from '../../../../../src/app/i18n/ja/conflict.json' with { type: 'json' }
import { i18nOf } from '../../../../support/i18nOf.ts'
import { auditKinds } from '../../../../../src/domain/audit/auditKinds.ts'
import { readLibrary } from '../../../../../src/domain/library/readLibrary.ts'
import { must } from '../../../../../src/domain/must.ts'
import { languages } from '../../../../../src/domain/template/Localised.ts'
import { operationsOf, readReleases } from '../../../../support/releases/readReleases.ts'

const written = readReleases().flatMap(({ operations }) => operationsOf(operations))

async function wordsIn(language: (typeof languages)[number]) {
  const i18n = await i18nOf(language)
  const t = i18n.global.t as unknown as ComposerTranslation
  return { kindWords: (kind: string) => written.filter((each) => each.kind === kind).map(say), t }
  function say(operation: (typeof written)[number]): string {
    return describeContent(must(contentOf(operation), 'a readable body'), { t, language, library: readLibrary() })
  }
}

const [japanese, english] = await Promise.all(languages.map(wordsIn))

test.each(Object.keys(auditKinds))('%s has words in both languages, wherever a release wrote it', (kind) => {
  for (const words of [japanese, english]) {
    const said = must(words, 'words').kindWords(kind)
    expect(said.length).toBeGreaterThan(0)
    for (const each of said) expect(each).not.toMatch(/^(history|conflict|finding|measure)\.|^$|undefined|\{/)
  }
})

test('every register has a name in both languages', () => {
  const registers = new Set(Object.values(auditKinds).map(({ register }) => register))
  for (const names of [ja.register, en.register])
    expect(Object.keys(names)).toEqual(expect.arrayContaining([...registers]))
})

test('what was found, drawn and reconciled reads as an auditor would say it', () => {
  const say = must(japanese, 'words').kindWords
  expect(say('medium-found')).toContain('現物を確認（読取り　0781-5583-0140）')
  expect(say('item-listed')).toContain('USB-健保-014、白 32GB、0781-5583-0140、登録日 令和３年４月、管理簿')
  expect(say('sample-drawn')).toContain('120件から3件を抽出（1, 119, 120）')
  expect(say('reconciliation-completed')).toContain('照合を完了（一致 0・未登録 3・所在不明 3・二重 0）')
})
