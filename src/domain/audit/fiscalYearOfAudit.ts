// 監査年度: the fiscal year of the visit; of an audit without one, of the day on which it was opened.
import type { Audit } from './Audit.ts'
import { claimedDay } from './claimedDay.ts'
import type { FiscalYear } from '../calendar/FiscalYear.ts'
import { fiscalYearOf } from '../calendar/fiscalYearOf.ts'

/** Null for an audit of which neither is known. */
export function fiscalYearOfAudit({ header }: Audit): FiscalYear | null {
  const visitOn = header.visit.values[0]?.content.body.visitOn ?? null
  const day = visitOn ?? claimedDay(header.templates.values[0]?.at ?? '')
  return day === null ? null : fiscalYearOf(day)
}
