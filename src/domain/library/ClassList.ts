// What an organisation lets its auditors choose from: a stable code with a label in both languages.
import { textMatching } from '../parse/Parser.ts'

export interface ListedClass {
  readonly code: string
  readonly ja: string
  readonly en: string
  /** Offered for new choices; one that is not stays readable where it was chosen. */
  readonly isActive: boolean
}

/** In the order in which they are offered. */
export type ClassList = readonly ListedClass[]

export const codeOf = textMatching(/^[a-z0-9-]{1,40}$/)
/** More than anybody reads through in a list of choices. */
export const mostClasses = 50
