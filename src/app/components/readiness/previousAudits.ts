// The other audits of a unit among those on this tablet: what was found there before.
import type { AuditSummary } from '../../../domain/audit/AuditSummary.ts'

export interface ListedSummary {
  readonly stream: string
  readonly summary: Pick<AuditSummary, 'unit'> & { readonly findings: readonly unknown[] }
}

/** Units are typed by hand: spaces and width do not tell them apart. */
const plain = (unit: string) => unit.normalize('NFKC').replace(/\s/g, '')

export function previousAudits(
  listed: readonly ListedSummary[],
  { stream, unit }: { readonly stream: string; readonly unit: string },
): { readonly hasUnit: boolean; readonly audits: number; readonly findings: number } {
  const wanted = plain(unit)
  if (wanted === '') return { hasUnit: false, audits: 0, findings: 0 }
  const others = listed.filter((audit) => audit.stream !== stream && plain(audit.summary.unit) === wanted)
  return {
    hasUnit: true,
    audits: others.length,
    findings: others.reduce((sum, { summary }) => sum + summary.findings.length, 0),
  }
}
