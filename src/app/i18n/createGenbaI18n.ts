// The texts of the product in the chosen language. Only that language is loaded; the other comes when it is asked for.
import { createI18n } from 'vue-i18n'
import type { Language } from '../../domain/template/Localised.ts'

/** Times on screens are those of the tablet's clock, 14:32. */
const datetimeFormats = {
  clock: { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
  moment: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
  datedMoment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const

export type GenbaI18n = Awaited<ReturnType<typeof createGenbaI18n>>

export async function createGenbaI18n(language: Language) {
  const i18n = createI18n({
    legacy: false,
    locale: language,
    // No fallback: both languages are complete, which a test proves, and a foreign sentence would hide a gap.
    fallbackLocale: false,
    datetimeFormats: { ja: datetimeFormats, en: datetimeFormats },
    messages: {},
  })
  i18n.global.setLocaleMessage(language, await messagesOf(language))
  return i18n
}

/** Changes every text on the screen, and the language of the document with it. */
export async function switchLanguage(i18n: GenbaI18n, language: Language): Promise<void> {
  if (!i18n.global.availableLocales.includes(language)) {
    i18n.global.setLocaleMessage(language, await messagesOf(language))
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

async function messagesOf(language: Language) {
  switch (language) {
    case 'ja':
      return (await import('./jaMessages.ts')).jaMessages
    case 'en':
      return (await import('./enMessages.ts')).enMessages
  }
}
