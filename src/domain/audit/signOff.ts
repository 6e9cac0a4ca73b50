// Whether an audit is signed off, and by which sign-offs. Read from its register alone: who may sign is decided elsewhere.
import type { Audit } from './Audit.ts'
import { auditKinds, type AuditBodies } from './auditKinds.ts'
import { definitionOf } from '../oplog/KindTable.ts'
import type { RegisterValue } from '../oplog/Register.ts'

export type SignOffValue = RegisterValue<'audit-signed-off', AuditBodies>

/** The sign-off in force; the first of two in dot order where this tablet's own is not yet confirmed and another one was [M15]. */
export function signOffOf(audit: Audit): SignOffValue | undefined {
  return audit.header.signOff.values.find(isSignOff)
}

function isSignOff(value: Audit['header']['signOff']['values'][number]): value is SignOffValue {
  return value.content.kind === 'audit-signed-off'
}

/** Whether an entry of this kind would wait for a person once the audit is signed off [M14]. */
export function isSealedKind(kind: string): boolean {
  return definitionOf(auditKinds, kind)?.isSealed === true
}
