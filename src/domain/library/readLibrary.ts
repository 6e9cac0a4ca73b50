// From the library stream's folded state to the classes that audits choose from.
import type { ClassList, ListedClass } from './ClassList.ts'
import { builtinClasses, classListNames, type ClassListName, type Library } from './Library.ts'
import type { AuditBodies } from '../audit/auditKinds.ts'
import type { EntityId, StreamId } from '../oplog/Dot.ts'
import { isInConflict, readRegister } from '../oplog/Register.ts'
import { emptyStreamState, type StreamState } from '../oplog/StreamState.ts'

/** One in every organisation. */
export const libraryStream = 'library' as StreamId
export const organisationEntity = 'organisation' as EntityId

/** Of a library that nobody has written to: `readLibrary()`. In a conflict both versions' classes can be chosen. */
export function readLibrary(state: StreamState = emptyStreamState()): Library {
  const entity = state.entities.get(organisationEntity)
  const registers = {
    findingClasses: readRegister<'finding-classes-defined', AuditBodies>(entity, 'finding-classes'),
    severities: readRegister<'severities-defined', AuditBodies>(entity, 'severities'),
    measureClasses: readRegister<'measure-classes-defined', AuditBodies>(entity, 'measure-classes'),
  }
  return {
    registers,
    findingClasses: listOf(registers.findingClasses.values, builtinClasses.findingClasses),
    severities: listOf(registers.severities.values, builtinClasses.severities),
    measureClasses: listOf(registers.measureClasses.values, builtinClasses.measureClasses),
  }
}

/** The lists that two tablets have defined without having seen each other's, until a person chooses [L4]. */
export function listsInConflict({ registers }: Library): readonly ClassListName[] {
  return classListNames.filter((list) => isInConflict(registers[list]))
}

/** What was defined, and behind it the built-in codes that it leaves out: audits may have chosen them. */
function listOf(
  values: readonly { readonly content: { readonly body: { readonly classes: ClassList } } }[],
  builtin: ClassList,
): ClassList {
  const defined = values.flatMap(({ content }) => content.body.classes)
  if (defined.length === 0) return builtin
  const left = builtin.map((each): ListedClass => ({ ...each, isActive: false }))
  const byCode = new Map<string, ListedClass>()
  for (const each of [...defined, ...left]) {
    const known = byCode.get(each.code)
    // What one of two versions offers can be chosen until a person has decided [L4].
    byCode.set(each.code, known === undefined ? each : { ...known, isActive: known.isActive || each.isActive })
  }
  return [...byCode.values()]
}

/** The label of a code; the code itself where nobody has defined it here. */
export function labelOf(classes: ClassList, code: string, language: 'ja' | 'en'): string {
  return classes.find((each) => each.code === code)?.[language] ?? code
}

interface Naming {
  readonly list: ClassListName
  readonly code: string
  readonly language: 'ja' | 'en'
}

/** The label where the organisation has given a built-in code another one: forms and reports keep their own words until then. */
export function renamedLabel(library: Partial<Pick<Library, ClassListName>>, naming: Naming): string | undefined {
  const { list, code, language } = naming
  const label = library[list]?.find((each) => each.code === code)?.[language]
  const builtin = builtinClasses[list].find((each) => each.code === code)?.[language]
  return label === builtin ? undefined : label
}
