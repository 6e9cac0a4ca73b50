// The texts of every screen, as a page has them that has gone from the first screen to another.
import { createGenbaI18n, loadAllWords, type GenbaI18n } from '../../src/app/i18n/createGenbaI18n.ts'
import type { Language } from '../../src/domain/template/Localised.ts'

export async function i18nOf(language: Language): Promise<GenbaI18n> {
  const i18n = await createGenbaI18n(language)
  await loadAllWords(i18n)
  return i18n
}
