// Hands the open audit to the pages inside the audit's layout, which renders them only once it is open.
import { inject, type InjectionKey } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { must } from '../../domain/must.ts'

export const openAuditKey: InjectionKey<OpenAudit> = Symbol('open audit')

export function useOpenAudit(): OpenAudit {
  return must(inject(openAuditKey), 'an open audit')
}
