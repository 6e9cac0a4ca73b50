// Kinds of the organisation's library, a stream of its own: what its audits choose from. They stand in the same table as the kinds of an
// audit, because every stream is folded with one table.
import { codeOf, mostClasses } from './ClassList.ts'
import { open } from '../oplog/defineKind.ts'
import { listOf, nonEmptyText, shape, type Parser } from '../parse/Parser.ts'

const flag: Parser<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

/** In the order in which they are offered. A code is never taken away: what was chosen must stay readable. */
const classList = shape({
  classes: listOf(shape({ code: codeOf, ja: nonEmptyText(40), en: nonEmptyText(60), isActive: flag }), mostClasses),
})

export const libraryKinds = {
  'finding-classes-defined': open('organisation', 'finding-classes', classList),
  'severities-defined': open('organisation', 'severities', classList),
  'measure-classes-defined': open('organisation', 'measure-classes', classList),
} as const
