// What every report is made from.
import type { Audit } from '../domain/audit/Audit.ts'
import type { Library } from '../domain/library/Library.ts'
import type { Language } from '../domain/template/Localised.ts'

export interface ReportSource {
  readonly audit: Audit
  readonly language: Language
  /** The classes that the organisation chooses from, with their labels. */
  readonly library: Pick<Library, 'findingClasses' | 'severities'>
}
