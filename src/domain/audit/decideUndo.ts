// Undo: writes the earlier content of a register again. An undo is an operation like any other and hides nothing from the history.
import { auditKinds, type AuditBodies, type AuditDraft, type AuditKind } from './auditKinds.ts'
import type { EntityId } from '../oplog/Dot.ts'
import type { Operation } from '../oplog/Operation.ts'
import { dotsOf, readRegister, type RegisterValue } from '../oplog/Register.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

/** How one register was before a change; `content` is undefined where it was empty. */
export interface EarlierContent {
  readonly entity: EntityId
  readonly register: string
  readonly content: RegisterValue<AuditKind, AuditBodies>['content'] | undefined
}

/** What the drafts are about to change; undefined where they cannot be taken back as one, a settled conflict for example. */
export function rememberEarlier(
  state: StreamState,
  drafts: readonly AuditDraft[],
): readonly EarlierContent[] | undefined {
  const earlier: EarlierContent[] = []
  for (const draft of drafts) {
    const entity = state.entities.get(draft.entity)
    const register = auditKinds[draft.kind].register
    const touched = register === 'existence' ? [...(entity?.registers.keys() ?? [])] : [register]
    for (const name of touched) {
      const before = readRegister<AuditKind, AuditBodies>(entity, name)
      if (before.values.length > 1) return undefined
      const content = before.values[0]?.content
      if (content === undefined && emptyAgain(name) === undefined) return undefined
      earlier.push({ entity: draft.entity, register: name, content })
    }
  }
  return earlier
}

/** Refused where somebody has changed one of the registers since: their value must not vanish behind an undo. */
export function decideUndo(
  state: StreamState,
  recorded: readonly Operation[],
  earlier: readonly EarlierContent[],
): Result<readonly AuditDraft[], 'changed-since'> {
  const ours = new Set<string>(recorded.map((operation) => operation.dot))
  const drafts: AuditDraft[] = []
  const removed = new Set<EntityId>()
  for (const { entity, register, content } of earlier) {
    if (removed.has(entity)) continue
    const now = state.entities.get(entity)
    const back = content ?? emptyAgain(register)
    if (back === undefined) continue
    const isRemoval = auditKinds[back.kind].register === 'existence'
    const supersedes = isRemoval ? dotsOf(now) : registerDots(now, register)
    if (!supersedes.every((dot) => ours.has(dot))) return err('changed-since')
    if (isRemoval) removed.add(entity)
    // `back` ties the body to its kind; the union of drafts cannot express that link.
    drafts.push({ ...back, entity, supersedes } as AuditDraft)
  }
  return ok(drafts)
}

/** The register's dots, and those of a removal that is being taken back. */
function registerDots(entity: EntityState | undefined, register: string): AuditDraft['supersedes'] {
  return [...readRegister(entity, register).dots, ...readRegister(entity, 'existence').dots]
}

/** What an empty register is written back to; undefined where a register, once written, cannot be empty. */
function emptyAgain(register: string): { readonly kind: AuditKind; readonly body: unknown } | undefined {
  switch (register) {
    case 'judgement':
      return { kind: 'answer-cleared', body: {} }
    case 'value':
      return { kind: 'answer-measured', body: { value: { type: 'none' } } }
    case 'note':
      return { kind: 'answer-noted', body: { text: '' } }
    case 'text':
      return { kind: 'measure-worded', body: { text: '' } }
    case 'schedule':
      return { kind: 'measure-considered', body: {} }
    case 'standing':
      return { kind: 'finding-reinstated', body: {} }
    case 'listing':
      return { kind: 'item-removed', body: {} }
    case 'place':
      return { kind: 'measure-removed', body: { finding: null } }
    default:
      return undefined
  }
}
