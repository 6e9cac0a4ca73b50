// A finding as the fact confirmation shows it: its number, its facts one by one, and who has said what of them.
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { FactView } from '../components/facts/FactView.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { sha256 } from '../../device/sha256.ts'
import type { Finding } from '../../domain/audit/Audit.ts'
import { hasConflictingContent } from '../../domain/audit/contentHash.ts'
import { factCheckOf, type FactCheck } from '../../domain/audit/factCheck.ts'
import { chapterOf, findingNumbers } from '../../domain/audit/findingOrder.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

export function useFactView({ audit }: OpenAudit): (finding: Finding) => FactView {
  const { t } = useI18n()
  const language = useLanguage()
  const momentOf = useMomentWords()

  return (finding) => {
    const check = factCheckOf(audit.value, finding, sha256)
    const { subject = '', demand = 'improve' } = finding.title.values[0]?.content.body ?? {}
    return {
      id: finding.id,
      number: findingNumber(chapterOf(audit.value), findingNumbers(audit.value).get(finding.id) ?? 0, language.value),
      subject: subject === '' ? t('finding.untitled') : t(`finding.title.${demand}`, { subject }),
      conditions: conditionsOf(finding),
      state: check.state,
      canConfirm: !hasConflictingContent(finding),
      who: whoOf(check),
      objection: check.objection,
    }
  }

  function whoOf({ name, position, acted }: FactCheck): string | undefined {
    if (acted === null) return undefined
    const at = momentOf(acted.at, acted.offset, 'datedMoment')
    return t('facts.who', { name, position, at }).trim()
  }
}

/** One a line; both versions where two stand. */
export function conditionsOf({ parts }: Finding): readonly string[] {
  return parts.conditions.values.flatMap(({ content }) =>
    content.body.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
}
