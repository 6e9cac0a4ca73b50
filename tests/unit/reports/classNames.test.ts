import { describe, expect, test } from 'vitest'
import { decideClassFinding } from '../../../src/domain/audit/decideFinding.ts'
import type { FindingId } from '../../../src/domain/audit/entityIds.ts'
import { addedClass, changedClass, decideDefineClasses } from '../../../src/domain/library/decideClasses.ts'
import type { Library } from '../../../src/domain/library/Library.ts'
import { readLibrary } from '../../../src/domain/library/readLibrary.ts'
import { must } from '../../../src/domain/must.ts'
import { findingStageName } from '../../../src/reports/classNames.ts'
import { exitSummaryDocument } from '../../../src/reports/exit-summary/exitSummaryDocument.ts'
import { findingListDocument } from '../../../src/reports/finding-list/findingListDocument.ts'
import { buildFollowUpReport } from '../../../src/reports/follow-up/buildFollowUpReport.ts'
import { followUpAudit, media } from '../../fixtures/reports/followUpAudit.ts'
import { valueOf } from '../../support/anAudit.ts'
import { reportSource } from '../../support/reports/reportSource.ts'
import { rowsOf, tableOf, textOfDocument } from '../../support/reports/textOfDocument.ts'
import { TestDevice } from '../../support/TestDevice.ts'

/** 指導 beside 指摘 and 意見, and 措置済 called 完了. */
function ownLibrary(): Library {
  const tanaka = new TestDevice('tanaka')
  const library = () => readLibrary(tanaka.document.state)
  const classes = addedClass(library().findingClasses, { ja: '指導', en: 'Guidance' }, 'a')
  tanaka.write(valueOf(decideDefineClasses(library(), 'findingClasses', classes)))
  const measures = changedClass(library().measureClasses, 'done', { ja: '改善が完了', en: 'Improved' })
  tanaka.write(valueOf(decideDefineClasses(library(), 'measureClasses', measures)))
  return library()
}

function auditWithGuidance(finding: FindingId = media): TestDevice {
  const device = followUpAudit()
  device.write(decideClassFinding(must(device.audit.findings.get(finding), finding), 'own-a'))
  return device
}

describe('reports of an organisation with classes of its own', () => {
  test('[L5] the follow-up report heads the recommendation with the class, and names measures as the organisation does', () => {
    const { rows } = buildFollowUpReport(auditWithGuidance().audit, 'ja', ownLibrary())
    expect(rows.map(({ recommendationHead }) => recommendationHead)).toEqual([
      '【指摘事項】',
      '【指導】',
      '【指摘事項】',
    ])
    expect(rows[0]?.measureClass).toEqual(['改善が', '完了'])
  })

  test('[L5] without other names the form keeps its own words', () => {
    const { rows } = buildFollowUpReport(followUpAudit().audit, 'ja', readLibrary())
    expect(rows[0]?.measureClass.join('')).toBe('措置済')
    expect(rows[0]?.recommendationHead).toBe('【指摘事項】')
  })

  test('[L5] the list of findings names and counts the class', () => {
    const source = { ...reportSource(auditWithGuidance().audit), library: ownLibrary() }
    const document = findingListDocument(source)
    expect(rowsOf(tableOf(document, '指摘一覧')).map((row) => [row[3], row[7]])).toEqual([
      ['指摘', '改善が完了'],
      ['指導', '改善が完了'],
      ['指摘', '改善が完了'],
    ])
    expect(textOfDocument(document)).toContain('指摘２件、指導１件、取下げ０件')
    expect(textOfDocument(document)).toContain('改善が完了３件')
  })

  test('[L5] a finding whose measures are done has the stage of that name', () => {
    const source = { ...reportSource(auditWithGuidance().audit), library: ownLibrary() }
    const stages = (from: typeof source) =>
      (['planned', 'done', 'verified'] as const).map((stage) => findingStageName(stage, from))
    expect(stages(source)).toEqual(['措置方針', '改善が完了', '確認済'])
    expect(stages({ ...source, library: readLibrary() })).toEqual(['措置方針', '措置済', '確認済'])
  })

  test('[L5] no report prints the code of a class', () => {
    const source = { ...reportSource(auditWithGuidance().audit, 'en'), library: ownLibrary() }
    const printed = [findingListDocument(source), exitSummaryDocument(source)].map((each) => textOfDocument(each))
    expect(printed.join('\n')).not.toContain('own-a')
    expect(printed[0]).toContain('Guidance')
  })
})
