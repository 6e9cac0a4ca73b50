// Why the server has refused something, as a sentence: for entries and for files alike.
import { useI18n } from 'vue-i18n'

/** Takes the code of the refusal; one that this release does not know has a sentence too. */
export function useReasonWords(): (code: string) => string {
  const i18n = useI18n()
  return (code) => i18n.t(i18n.te(`errors.${code}`) ? `errors.${code}` : 'errors.refused')
}
