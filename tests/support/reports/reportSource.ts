// What reports are made from, in a test.
import { sha256ForTests } from '../sha256ForTests.ts'
import type { Audit } from '../../../src/domain/audit/Audit.ts'
import { readLibrary } from '../../../src/domain/library/readLibrary.ts'
import type { Language } from '../../../src/domain/template/Localised.ts'
import type { ReportSource } from '../../../src/reports/ReportSource.ts'

export function reportSource(audit: Audit, language: Language = 'ja'): ReportSource {
  return { audit, language, library: readLibrary(), hash: sha256ForTests }
}
