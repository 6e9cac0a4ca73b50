// One value of any register of an audit: the kind with the body that belongs to it.
import type { AuditBodies, AuditKind } from '../../../domain/audit/auditKinds.ts'

export type AuditContent = {
  readonly [Kind in AuditKind]: { readonly kind: Kind; readonly body: AuditBodies[Kind] }
}[AuditKind]
