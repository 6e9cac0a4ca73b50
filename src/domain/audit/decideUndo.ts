// Undo: writes the earlier content of a register again. An undo is an operation like any other and hides nothing from the history.
import { auditKinds, type AuditBodies, type AuditDraft, type AuditKind } from './auditKinds.ts'
import { auditDraft } from './draftFor.ts'
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

/**
 * `recorded` is what the step wrote, and what later undos wrote since: those brought back what the step had left. Refused where somebody
 * has changed one of the registers since: their value must not vanish behind an undo.
 */
export function decideUndo(
  state: StreamState,
  recorded: readonly Operation[],
  earlier: readonly EarlierContent[],
): Result<readonly AuditDraft[], 'changed-since'> {
  const ours = new Set<string>(recorded.map((operation) => operation.dot))
  const steps = earlier.map((before) => ({ ...before, back: before.content ?? emptyAgain(before.register) }))
  // What was added goes away whole: nothing else is written back into it, or it would read as edited after its removal.
  const added = new Set(steps.filter(({ back }) => isRemoval(back)).map(({ entity }) => entity))
  const removed = new Set<EntityId>()
  const drafts: AuditDraft[] = []
  for (const { entity, register, back } of steps) {
    if (back === undefined || removed.has(entity) || (added.has(entity) && !isRemoval(back))) continue
    const now = state.entities.get(entity)
    const supersedes = isRemoval(back) ? dotsOf(now) : registerDots(now, register)
    if (!supersedes.every((dot) => ours.has(dot))) return err('changed-since')
    if (isRemoval(back)) removed.add(entity)
    drafts.push(auditDraft({ kind: back.kind, entity, supersedes, body: back.body }))
  }
  return ok(drafts)
}

interface Writing {
  readonly kind: AuditKind
  readonly body: unknown
}

function isRemoval(back: Writing | undefined): boolean {
  return back !== undefined && auditKinds[back.kind].register === 'existence'
}

/** The register's dots, and those of a removal that is being taken back. */
function registerDots(entity: EntityState | undefined, register: string): AuditDraft['supersedes'] {
  return [...readRegister(entity, register).dots, ...readRegister(entity, 'existence').dots]
}

/** What an empty register is written back to; a register that is not among these, once written, cannot be empty. */
const emptyAgainByRegister: ReadonlyMap<string, Writing> = new Map<string, Writing>([
  ['judgement', { kind: 'answer-cleared', body: {} }],
  ['value', { kind: 'answer-measured', body: { value: { type: 'none' } } }],
  ['note', { kind: 'answer-noted', body: { text: '' } }],
  ['text', { kind: 'measure-worded', body: { text: '' } }],
  ['schedule', { kind: 'measure-considered', body: {} }],
  ['standing', { kind: 'finding-reinstated', body: {} }],
  ['place', { kind: 'measure-removed', body: { finding: null } }],
  ['listing', { kind: 'item-removed', body: {} }],
  ['renewal', { kind: 'machine-renewed', body: { on: null } }],
  ['sighting', { kind: 'medium-unsighted', body: {} }],
  ['description', { kind: 'medium-described', body: { text: '' } }],
  ['storage', { kind: 'medium-kept', body: { place: '' } }],
  ['handover', { kind: 'medium-handover-noted', body: { handover: 'unknown' } }],
  ['pairing', { kind: 'medium-paired', body: { with: null } }],
  ['completion', { kind: 'reconciliation-reopened', body: {} }],
  ['draw', { kind: 'sample-withdrawn', body: {} }],
  ['result', { kind: 'pick-examined', body: { outcome: 'open', note: '' } }],
  ['file', { kind: 'evidence-removed', body: {} }],
  ['derivation', { kind: 'evidence-removed', body: {} }],
  ['caption', { kind: 'evidence-captioned', body: { text: '' } }],
])

function emptyAgain(register: string): Writing | undefined {
  return emptyAgainByRegister.get(register)
}
