// The audit that is open, for the frame around the pages.
import type { InjectionKey, ShallowRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'

export const shownAuditKey: InjectionKey<ShallowRef<OpenAudit | undefined>> = Symbol('shown audit')
