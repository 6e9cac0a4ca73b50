// One audit in the list of audits.
import type { RouteLocationRaw } from 'vue-router'
import type { AuditSummary } from '../../../domain/audit/AuditSummary.ts'

export interface AuditListEntry {
  readonly id: string
  readonly audit: AuditSummary
  readonly to: RouteLocationRaw
  /** On this device it opens without network; elsewhere it is offered, with its size where that is known. */
  readonly place: { readonly kind: 'on-device' } | { readonly kind: 'on-server'; readonly bytes: number | null }
}
