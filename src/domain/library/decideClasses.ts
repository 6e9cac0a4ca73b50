// Defining what an organisation's audits choose from. A code that was ever offered stays in its list, switched off at the most, because
// audits may have recorded it. Nothing is defined over a conflict: that is settled first.
import { mostClasses, type ClassList, type ListedClass } from './ClassList.ts'
import { builtinClasses, type ClassListName, type Library } from './Library.ts'
import { organisationEntity } from './readLibrary.ts'
import type { AuditDraft } from '../audit/auditKinds.ts'
import { draftFor } from '../audit/draftFor.ts'
import { isInConflict } from '../oplog/Register.ts'
import { err, ok, type Result } from '../Result.ts'
import { foldForSearch } from '../text/foldForSearch.ts'

export const classProblems = [
  'label-missing',
  'label-too-long',
  'label-twice',
  'none-active',
  'too-many',
  'fixed',
  'in-conflict',
] as const
/** `fixed`: what a measure's classes are follows from its date; only their names can be changed. */
export type ClassProblem = (typeof classProblems)[number]

/** As the kinds read them. */
export const longestLabels = { ja: 40, en: 60 } as const

export function decideDefineClasses(
  library: Library,
  list: ClassListName,
  wanted: ClassList,
): Result<readonly AuditDraft[], ClassProblem> {
  if (isInConflict(library.registers[list])) return err('in-conflict')
  const classes = withLeftCodes(wanted.map(trimmed), library[list])
  const problem = problemOf(list, classes)
  if (problem !== undefined) return err(problem)
  return ok(isSameList(classes, library[list]) ? [] : draftOf(library, list, classes))
}

/** So that a list which says what is built in anyhow is not written at all. */
function isSameList(a: ClassList, b: ClassList): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function draftOf({ registers }: Library, list: ClassListName, classes: ClassList): readonly AuditDraft[] {
  const entity = organisationEntity
  switch (list) {
    case 'findingClasses':
      return draftFor({ entity, register: registers[list] }, 'finding-classes-defined', { classes })
    case 'severities':
      return draftFor({ entity, register: registers[list] }, 'severities-defined', { classes })
    case 'measureClasses':
      return draftFor({ entity, register: registers[list] }, 'measure-classes-defined', { classes })
  }
}

function problemOf(list: ClassListName, classes: ClassList): ClassProblem | undefined {
  if (classes.length > mostClasses) return 'too-many'
  if (classes.some(({ ja, en }) => ja === '' || en === '')) return 'label-missing'
  if (classes.some(({ ja, en }) => ja.length > longestLabels.ja || en.length > longestLabels.en))
    return 'label-too-long'
  const active = classes.filter(({ isActive }) => isActive)
  if (active.length === 0) return 'none-active'
  if (isTwice(active.map(({ ja }) => ja)) || isTwice(active.map(({ en }) => en))) return 'label-twice'
  return list === 'measureClasses' && !isBuiltinForm(classes) ? 'fixed' : undefined
}

/** Width, case and kind of kana tell no two names apart. */
function isTwice(labels: readonly string[]): boolean {
  return new Set(labels.map((label) => foldForSearch(label).replace(/\s+/g, ''))).size < labels.length
}

function isBuiltinForm(classes: ClassList): boolean {
  const { measureClasses } = builtinClasses
  return (
    classes.length === measureClasses.length &&
    classes.every(({ code, isActive }, place) => isActive && code === measureClasses[place]?.code)
  )
}

function trimmed({ code, ja, en, isActive }: ListedClass): ListedClass {
  return { code, ja: ja.trim(), en: en.trim(), isActive }
}

/** The list, and behind it what the others know and it leaves out, offered no more. */
export function withLeftCodes(classes: ClassList, ...others: readonly ClassList[]): ClassList {
  const kept = new Map(classes.map((each) => [each.code, each]))
  for (const each of others.flat()) if (!kept.has(each.code)) kept.set(each.code, { ...each, isActive: false })
  return [...kept.values()]
}

export interface ClassLabels {
  readonly ja: string
  readonly en: string
}

/** `random`: 22 base64url characters; two tablets that add a class at the same time must not give it one code. */
export function addedClass(classes: ClassList, { ja, en }: ClassLabels, random: string): ClassList {
  const code = `own-${random.toLowerCase().replace(/[^a-z0-9]/g, '')}`
  return [...classes, { code, ja, en: en.trim() === '' ? ja : en, isActive: true }]
}

export function changedClass(classes: ClassList, code: string, change: Partial<Omit<ListedClass, 'code'>>): ClassList {
  return classes.map((each) => (each.code === code ? { ...each, ...change } : each))
}

/** One place up or down. */
export function movedClass(classes: ClassList, code: string, by: -1 | 1): ClassList {
  const from = classes.findIndex((each) => each.code === code)
  const [moved, other] = [classes[from], classes[from + by]]
  if (moved === undefined || other === undefined) return classes
  return classes.map((each, place) => (place === from ? other : place === from + by ? moved : each))
}

/** As they were built in; the organisation's own ones stay behind them, switched off. */
export function resetClasses(list: ClassListName, classes: ClassList): ClassList {
  return withLeftCodes(builtinClasses[list], classes)
}

/** Whether there is anything to set back. */
export function isBuiltinList(list: ClassListName, classes: ClassList): boolean {
  return isSameList(resetClasses(list, classes), classes)
}
