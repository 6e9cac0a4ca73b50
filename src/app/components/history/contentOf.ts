// What an operation says, as its kind reads it.
import { auditKinds, type AuditKind } from '../../../domain/audit/auditKinds.ts'
import type { Operation } from '../../../domain/oplog/Operation.ts'
import { readBody } from '../../../domain/oplog/readBody.ts'
import type { AuditContent } from './AuditContent.ts'

/** The value that an operation carries; undefined where this release cannot read it. */
export function contentOf(operation: Operation): AuditContent | undefined {
  const kind = kindOf(operation.kind)
  const body = kind && readBody<unknown>(auditKinds[kind], operation.v, operation.body)
  // The parser of the kind made the body; the union of contents cannot express that link.
  return body === undefined ? undefined : ({ kind, body } as AuditContent)
}

export function registerOf(operation: Pick<Operation, 'kind'>): string | undefined {
  const kind = kindOf(operation.kind)
  return kind && auditKinds[kind].register
}

function kindOf(name: string): AuditKind | undefined {
  return Object.hasOwn(auditKinds, name) ? (name as AuditKind) : undefined
}
