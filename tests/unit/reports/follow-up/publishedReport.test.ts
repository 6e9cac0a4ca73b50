// Holds our form against the published one, which lies beside the repository on the makers' machines and is never copied into it.
import { describe, expect, test } from 'vitest'
import { formatWareki } from '../../../../src/domain/calendar/formatWareki.ts'
import { parseWareki } from '../../../../src/domain/calendar/parseWareki.ts'
import { applyDigitRule } from '../../../../src/domain/text/applyDigitRule.ts'
import { findingNumber } from '../../../../src/domain/text/findingNumber.ts'
import { followUpLabels } from '../../../../src/reports/follow-up/followUpLabels.ts'
import { headerFields } from '../../../../src/reports/follow-up/headerFields.ts'
import { dense as withoutSpace, readPublishedReport, readPublishedText } from '../../../support/publishedReport.ts'

const published = readPublishedText() ?? ''
/** Letter spacing and line breaks of the form carry no meaning. */
const dense = withoutSpace(published)
const { title, header, columns } = followUpLabels.ja

describe.runIf(published !== '')('the published report', () => {
  test('is read by the tests that enter it through the screens, with nothing left out', () => {
    const { title: printed, header: lines, columns: heads, findings } = readPublishedReport(published)
    const read = [
      ...[printed, ...lines.flatMap(({ label, value }) => [`${label}：`, value])],
      ...findings.flatMap((finding) => [
        ...[finding.number, finding.heading, finding.lead, ...finding.conditions.map((each) => `・${each}`)],
        ...[finding.recommendationHead, finding.recommendation, ...finding.measures.map((each) => `・${each}`)],
        ...[finding.measureClass, finding.measureDate],
      ]),
    ]
    expect(withoutSpace(read.join(''))).toBe(dense.replaceAll(heads, ''))
    expect(findings.map(({ conditions, measures }) => [conditions.length, measures.length])).toEqual([
      [1, 3],
      [2, 4],
      [1, 3],
    ])
  })

  test('has our title, header labels and column heads, in our order', () => {
    const labels = [
      title,
      ...headerFields.map((field) => `${header[field]}：`),
      ...Object.values(columns).map((lines: readonly string[]) => lines.join('')),
    ]
    const places = labels.map((label) => dense.indexOf(label))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('follows the digit rule from beginning to end', () => {
    expect(applyDigitRule(dense)).toBe(dense)
  })

  test('writes its dates as we do', () => {
    const dates = dense.match(/令和[０-９\d元]+年[０-９\d]+月(?:[０-９\d]+日)?/g) ?? []
    expect(dates.length).toBeGreaterThan(10)
    const rewritten = dates.map((date) => {
      const parsed = parseWareki(date)
      return parsed.ok ? formatWareki(parsed.value, 'ja', 'report') : parsed.error.code
    })
    expect(rewritten).toEqual(dates)
  })

  test('numbers its findings as we do', () => {
    for (const item of [1, 2, 3]) expect(dense).toContain(`${findingNumber(2, item, 'ja')}（`)
  })

  test('words its headings as we do', () => {
    const { heading } = followUpLabels.ja
    for (const demand of ['rectify', 'improve'] as const) expect(dense).toContain(heading('', demand))
  })
})
