// A finding as the report prints it, for screens that only show it: the same lines, marks and digits.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useClassChoices } from './useClassChoices.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import { must } from '../../domain/must.ts'
import { settledValue } from '../../domain/oplog/Register.ts'
import { printedBullets, printedLines } from '../../reports/printedText.ts'

export interface PrintedFinding {
  readonly lead: readonly string[]
  readonly conditions: readonly string[]
  readonly recommendationHead: string
  readonly recommendation: readonly string[]
}

/** The finding must be there. */
export function useFindingSheet({ audit }: OpenAudit, id: () => FindingId): ComputedRef<PrintedFinding> {
  const { recommendationWord } = useClassChoices()
  const language = useLanguage()
  return computed(() => {
    const finding = must(audit.value.findings.get(id()), `finding ${id()}`)
    const textOf = (part: 'lead' | 'conditions' | 'recommendation') =>
      finding.parts[part].values.map(({ content }) => content.body.text).join('\n')
    return {
      lead: printedLines(textOf('lead'), language.value),
      conditions: printedBullets(textOf('conditions'), language.value),
      recommendationHead: recommendationWord(settledValue(finding.class)?.body.class ?? 'finding'),
      recommendation: printedLines(textOf('recommendation'), language.value),
    }
  })
}
