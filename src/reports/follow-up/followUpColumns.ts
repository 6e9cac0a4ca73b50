// The columns of the published form, in percent of the table: the same on the page, in Word and in Excel. The number is never cut, so its
// column grows with the longest one, at the cost of the widest column.
import type { FollowUpReport } from './FollowUpReport.ts'

export const followUpColumns = ['number', 'summary', 'measures', 'measureClass', 'measureDate'] as const
type FollowUpColumn = (typeof followUpColumns)[number]

/** Wide enough for ２（１）. */
const published = { number: 8.2, summary: 34.3, measures: 40, measureClass: 7.6, measureDate: 9.9 } as const

/** Of a full-width character, and of the frame with its padding. */
const percent = { character: 1.85, frame: 0.8 } as const

export function followUpWidths({ rows }: Pick<FollowUpReport, 'rows'>): Readonly<Record<FollowUpColumn, number>> {
  const number = Math.max(published.number, ...rows.map((row) => widthOf(row.number)))
  return { ...published, number, measures: toHundredths(published.measures + published.number - number) }
}

/** On one line; characters of ASCII are half as wide. */
function widthOf(number: string): number {
  const narrow = number.replace(/[^ -~]/g, '').length
  return toHundredths((number.length - narrow / 2) * percent.character + percent.frame)
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100
}
