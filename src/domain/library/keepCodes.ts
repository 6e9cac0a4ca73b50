// What every way back in a list of classes keeps, a settled conflict and an undo alike: audits may have recorded its codes [L3].
import { withLeftCodes } from './decideClasses.ts'
import { builtinClasses } from './Library.ts'
import { libraryKinds } from './libraryKinds.ts'
import type { ClassList } from './ClassList.ts'
import type { AuditBodies, AuditKind } from '../audit/auditKinds.ts'
import type { Register } from '../oplog/Register.ts'

interface Writing {
  readonly kind: AuditKind
  readonly body: unknown
}

const builtinOf: Partial<Readonly<Record<AuditKind, ClassList>>> = {
  'finding-classes-defined': builtinClasses.findingClasses,
  'severities-defined': builtinClasses.severities,
  'measure-classes-defined': builtinClasses.measureClasses,
}

/** The body to write over the register: as wanted, and of classes behind it what only the register offers, switched off. */
export function keepCodes({ kind, body }: Writing, register: Register<AuditKind, AuditBodies>): unknown {
  const builtin = builtinOf[kind]
  const wanted = builtin && libraryKinds['severities-defined'].parse(body)?.classes
  if (wanted === undefined) return body
  const held = register.values.flatMap(({ content }) => ('classes' in content.body ? [content.body.classes] : []))
  // An empty list says that none is defined; what is built in must not be switched off by what stands behind it.
  return { classes: withLeftCodes(wanted.length === 0 ? (builtin ?? wanted) : wanted, ...held) }
}
