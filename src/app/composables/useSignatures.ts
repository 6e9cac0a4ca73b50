// The signatures given at fact confirmations, newest first, each with the findings that it stands for now.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { SignatureView } from '../components/facts/FactView.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { chapterOf, findingNumbers, findingsInOrder } from '../../domain/audit/findingOrder.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

export function useSignatures({ audit }: OpenAudit): ComputedRef<readonly SignatureView[]> {
  const language = useLanguage()
  const momentOf = useMomentWords()

  return computed(() => {
    const numbers = findingNumbers(audit.value)
    const numbersOf = (signature: string) =>
      findingsInOrder(audit.value)
        .filter(({ factCheck }) => factCheck.values.some(({ content }) => content.body.signature === signature))
        .map(({ id }) => findingNumber(chapterOf(audit.value), numbers.get(id) ?? 0, language.value))
    return [...audit.value.signatures.values()]
      .flatMap(({ id, signature }) => signature.values.slice(0, 1).map((value) => ({ id, value })))
      .sort((a, b) => (a.value.at < b.value.at ? 1 : -1))
      .map(({ id, value }) => ({
        id,
        ...value.content.body,
        at: momentOf(value.at, value.offset, 'datedMoment'),
        numbers: numbersOf(id),
      }))
  })
}
