// The interface language as the domain's formatters take it.
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '../../domain/template/Localised.ts'

export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => (locale.value === 'en' ? 'en' : 'ja'))
}
