// What is needed to say any value of an audit in words: the language, its texts, and the organisation's classes.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLibrary } from './useLibrary.ts'
import type { ContentWords } from '../components/history/describeContent.ts'
import { useLanguage } from '../i18n/useLanguage.ts'

export function useContentWords(): ComputedRef<ContentWords> {
  const { t } = useI18n()
  const language = useLanguage()
  const library = useLibrary()
  return computed(() => ({ t, language: language.value, library: library.value }))
}
