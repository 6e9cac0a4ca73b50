// The texts of the product in the chosen language: those of the first screen at once, the others before any other screen is shown.
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

/** With the texts of the first screen only: `loadAllWords` must have resolved before another one is shown. */
export async function createGenbaI18n(language: Language) {
  const i18n = createI18n({
    legacy: false,
    locale: language,
    // No fallback: both languages are complete, which a test proves, and a foreign sentence would hide a gap.
    fallbackLocale: false,
    datetimeFormats: { ja: datetimeFormats, en: datetimeFormats },
    messages: {},
  })
  i18n.global.setLocaleMessage(language, await firstWordsOf(language))
  return i18n
}

/** Languages whose texts are all there. */
const whole = new WeakMap<object, Set<Language>>()

/** The texts of every screen in the language of now. Rejects where they cannot be fetched; asked again it tries again. */
export function loadAllWords(i18n: GenbaI18n): Promise<void> {
  return loadWords(i18n, i18n.global.locale.value === 'en' ? 'en' : 'ja')
}

async function loadWords(i18n: GenbaI18n, language: Language): Promise<void> {
  const loaded = whole.get(i18n) ?? new Set()
  if (loaded.has(language)) return
  const [first, others] = await Promise.all([firstWordsOf(language), otherWordsOf(language)])
  i18n.global.setLocaleMessage(language, { ...first, ...others })
  whole.set(i18n, loaded.add(language))
}

/** Changes every text on the screen, and the language of the document with it. */
export async function switchLanguage(i18n: GenbaI18n, language: Language): Promise<void> {
  await loadWords(i18n, language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

async function firstWordsOf(language: Language) {
  switch (language) {
    case 'ja':
      return (await import('./jaFirstMessages.ts')).jaFirstMessages
    case 'en':
      return (await import('./enFirstMessages.ts')).enFirstMessages
  }
}

async function otherWordsOf(language: Language) {
  switch (language) {
    case 'ja':
      return (await import('./jaMessages.ts')).jaMessages
    case 'en':
      return (await import('./enMessages.ts')).enMessages
  }
}
