// Undo: writes the earlier content of a register again. An undo is an operation like any other and hides nothing from the history.
import { auditKinds, type AuditBodies, type AuditDraft, type AuditKind } from './auditKinds.ts'
import { auditDraft } from './draftFor.ts'
import { isBinding } from './isBinding.ts'
import { keepCodes } from '../library/keepCodes.ts'
import type { EntityId } from '../oplog/Dot.ts'
import type { Operation } from '../oplog/Operation.ts'
import { dotsOf, readRegister } from '../oplog/Register.ts'
import type { EntityState, StreamState } from '../oplog/StreamState.ts'
import { err, ok, type Result } from '../Result.ts'

/** How one register was before a change. */
export interface EarlierContent {
  readonly entity: EntityId
  readonly register: string
  /** What it is written back to: its content, or what says that there is none. */
  readonly back: Writing
}

interface Writing {
  readonly kind: AuditKind
  readonly body: unknown
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
    if (isBinding(register)) return undefined
    const touched = register === 'existence' ? [...(entity?.registers.keys() ?? [])] : [register]
    for (const name of touched.filter((each) => !isBinding(each))) {
      const before = readRegister<AuditKind, AuditBodies>(entity, name)
      if (before.values.length > 1) return undefined
      const back = before.values[0]?.content ?? emptyAgainByKind[draft.kind]
      if (back === undefined) return undefined
      earlier.push({ entity: draft.entity, register: name, back })
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
  // What was added goes away whole: nothing else is written back into it, or it would read as edited after its removal.
  const added = new Set(earlier.filter(({ back }) => isRemoval(back)).map(({ entity }) => entity))
  const removed = new Set<EntityId>()
  const drafts: AuditDraft[] = []
  for (const { entity, register, back } of earlier) {
    if (removed.has(entity) || (added.has(entity) && !isRemoval(back))) continue
    const now = state.entities.get(entity)
    const supersedes = isRemoval(back) ? dotsOf(now) : registerDots(now, register)
    if (!supersedes.every((dot) => ours.has(dot))) return err('changed-since')
    if (isRemoval(back)) removed.add(entity)
    const body = keepCodes(back, readRegister<AuditKind, AuditBodies>(now, register))
    drafts.push(auditDraft({ kind: back.kind, entity, supersedes, body }))
  }
  return ok(drafts)
}

function isRemoval(back: Writing): boolean {
  return auditKinds[back.kind].register === 'existence'
}

/** The register's dots, and those of a removal that is being taken back. */
function registerDots(entity: EntityState | undefined, register: string): AuditDraft['supersedes'] {
  return [...readRegister(entity, register).dots, ...readRegister(entity, 'existence').dots]
}

/** What says that a register is empty again that such a change has filled; undefined where nothing can say it. */
export function emptyAgain(kind: AuditKind): Writing | undefined {
  return emptyAgainByKind[kind]
}

/** What a register is written back to that was empty before such a draft; one that none of these wrote cannot be empty again. */
const emptyAgainByKind: { readonly [Kind in AuditKind]?: Writing } = {
  'answer-judged': { kind: 'answer-cleared', body: {} },
  'answer-measured': { kind: 'answer-measured', body: { value: { type: 'none' } } },
  'answer-noted': { kind: 'answer-noted', body: { text: '' } },
  'measure-worded': { kind: 'measure-worded', body: { text: '' } },
  'measure-completed': { kind: 'measure-considered', body: {} },
  'measure-planned': { kind: 'measure-considered', body: {} },
  'measure-considered': { kind: 'measure-considered', body: {} },
  'measure-declined': { kind: 'measure-considered', body: {} },
  'measure-owned': { kind: 'measure-owned', body: { owner: '' } },
  'measure-placed': { kind: 'measure-removed', body: { finding: null } },
  'finding-withdrawn': { kind: 'finding-reinstated', body: {} },
  'finding-reinstated': { kind: 'finding-reinstated', body: {} },
  'finding-severity-rated': { kind: 'finding-severity-rated', body: { severity: null } },
  'finding-repeat-linked': { kind: 'finding-repeat-linked', body: { repeatOf: null } },
  'remark-made': { kind: 'remark-removed', body: {} },
  'duty-set': { kind: 'duty-removed', body: {} },
  'occurrence-done': { kind: 'occurrence-reopened', body: {} },
  'occurrence-reopened': { kind: 'occurrence-reopened', body: {} },
  'follow-up-checked': { kind: 'follow-up-checked', body: { outcome: 'not-checked', note: '' } },
  'item-listed': { kind: 'item-removed', body: {} },
  'machine-renewed': { kind: 'machine-renewed', body: { on: null } },
  'medium-found': { kind: 'medium-unsighted', body: {} },
  'medium-unsighted': { kind: 'medium-unsighted', body: {} },
  'medium-described': { kind: 'medium-described', body: { text: '' } },
  'medium-kept': { kind: 'medium-kept', body: { place: '' } },
  'medium-handover-noted': { kind: 'medium-handover-noted', body: { handover: 'unknown' } },
  'medium-paired': { kind: 'medium-paired', body: { with: null } },
  'reconciliation-completed': { kind: 'reconciliation-reopened', body: {} },
  'reconciliation-reopened': { kind: 'reconciliation-reopened', body: {} },
  'sample-drawn': { kind: 'sample-withdrawn', body: {} },
  'sample-withdrawn': { kind: 'sample-withdrawn', body: {} },
  'pick-examined': { kind: 'pick-examined', body: { outcome: 'open', note: '' } },
  'evidence-attached': { kind: 'evidence-removed', body: {} },
  'evidence-derived': { kind: 'evidence-removed', body: {} },
  'evidence-captioned': { kind: 'evidence-captioned', body: { text: '' } },
  'measure-evidence-attached': { kind: 'measure-evidence-removed', body: {} },
  'measure-evidence-derived': { kind: 'measure-evidence-removed', body: {} },
  'measure-evidence-captioned': { kind: 'measure-evidence-captioned', body: { text: '' } },
  'finding-classes-defined': { kind: 'finding-classes-defined', body: { classes: [] } },
  'severities-defined': { kind: 'severities-defined', body: { classes: [] } },
  'measure-classes-defined': { kind: 'measure-classes-defined', body: { classes: [] } },
}
