// What every report is made from.
import type { Audit } from '../domain/audit/Audit.ts'
import type { ClassListName, Library } from '../domain/library/Library.ts'
import type { Sha256 } from '../domain/oplog/Sha256.ts'
import type { Language } from '../domain/template/Localised.ts'

export interface ReportSource {
  readonly audit: Audit
  readonly language: Language
  /** SHA-256 of a text, base64url: what was approved or confirmed is told by it. */
  readonly hash: Sha256
  /** The classes that the organisation chooses from, with their labels. */
  readonly library: Pick<Library, ClassListName>
}
