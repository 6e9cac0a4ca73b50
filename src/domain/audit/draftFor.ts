// How a wish becomes operation drafts: one per register, superseding what its author saw there, and none where nothing changes.
import { auditKinds, type AuditBodies, type AuditDraft, type AuditKind } from './auditKinds.ts'
import type { EntityId } from '../oplog/Dot.ts'
import { firstBodyVersion, newestVersionOf } from '../oplog/readBody.ts'
import { settledValue, type Register } from '../oplog/Register.ts'

/** The register as seen, with the entity it belongs to. */
export interface Sight<Kind extends AuditKind> {
  readonly entity: EntityId
  readonly register: Register<Kind, AuditBodies>
}

/**
 * The draft that writes `body` into the register as its author saw it [M4]; empty when the register already holds just that,
 * so that tapping the chosen answer again records nothing.
 */
export function draftFor<Kind extends AuditKind, Written extends Kind>(
  sight: Sight<Kind>,
  kind: Written,
  body: AuditBodies[Written],
): readonly AuditDraft[] {
  const settled = settledValue(sight.register)
  const isSame = settled?.kind === kind && JSON.stringify(settled.body) === JSON.stringify(body)
  return isSame ? [] : [auditDraft({ kind, entity: sight.entity, supersedes: sight.register.dots, body })]
}

/** The draft that first writes a register of a new entity. */
export function firstDraft<Kind extends AuditKind>(entity: EntityId, kind: Kind, body: AuditBodies[Kind]): AuditDraft {
  return auditDraft({ kind, entity, supersedes: [], body })
}

/** The draft in the newest version of its kind [M13]: the only place that says which that is. */
export function auditDraft(draft: {
  readonly kind: AuditKind
  readonly entity: EntityId
  readonly supersedes: AuditDraft['supersedes']
  readonly body: unknown
}): AuditDraft {
  const v = newestVersionOf(auditKinds, draft.kind)
  // The callers' signatures tie the body to its kind; the union cannot express that link.
  return (v === firstBodyVersion ? draft : { v, ...draft }) as AuditDraft
}
