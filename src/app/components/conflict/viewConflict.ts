// From an open conflict to what the screen shows, and from a person's choice back to the value that settles it.
import type { AuditDraft } from '../../../domain/audit/auditKinds.ts'
import { decideSettle } from '../../../domain/audit/decideSettle.ts'
import type { Conflict } from '../../../domain/audit/listConflicts.ts'
import { err, type Result } from '../../../domain/Result.ts'
import { must } from '../../../domain/must.ts'
import type { AuditContent } from '../history/AuditContent.ts'
import { describeContent, type ContentWords } from '../history/describeContent.ts'
import type { ConflictChoice, ConflictView } from './ConflictView.ts'
import { mergeTexts } from './mergeTexts.ts'
import { proseOf, withProse } from './proseOf.ts'

export interface ConflictWords extends ContentWords {
  readonly nameOf: (author: string) => string
  readonly isThisDevice: (device: string) => boolean
}

/** One key for a register of an entity, also after its values have changed. */
export function conflictKey({ entity, name }: Pick<Conflict, 'entity' | 'name'>): string {
  return `${entity}#${name}`
}

/** This tablet's version stands first. `label` names the field where its register's own name does not do. */
export function viewConflict(conflict: Conflict, words: ConflictWords, label?: string): ConflictView {
  const sides = conflict.register.values.map((value) => ({
    key: must(value.dots[0], 'a dot of a current value'),
    author: words.nameOf(value.author),
    isThisDevice: words.isThisDevice(value.device),
    at: value.at,
    offset: value.offset,
    words: describeContent(value.content, words),
    prose: proseOf(value.content),
  }))
  sides.sort((a, b) => Number(b.isThisDevice) - Number(a.isThisDevice))
  const texts = sides.map(({ prose }) => prose).filter((prose) => prose !== undefined)
  return {
    key: conflictKey(conflict),
    label: label ?? words.t(`conflict.register.${conflict.name}`),
    sides: sides.map(({ prose: _, ...side }) => side),
    ...(texts.length === sides.length ? { merged: mergeTexts(texts) } : {}),
  }
}

/** What records the choice. Refused where the versions on the screen are no longer those in the log: the person looks again. */
export function decideChoice(
  conflict: Conflict,
  choice: ConflictChoice,
): Result<readonly AuditDraft[], 'already-settled'> {
  const chosen = chosenContent(conflict, choice)
  return chosen === undefined ? err('already-settled') : decideSettle(conflict.entity, conflict.register, chosen)
}

function chosenContent({ register }: Conflict, choice: ConflictChoice): AuditContent | undefined {
  if (choice.type === 'merged') return withProse(must(register.values[0], 'a version').content, choice.text)
  return register.values.find(({ dots }) => dots.some((dot) => dot === choice.key))?.content
}
