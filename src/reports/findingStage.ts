// At which stage a finding stands, as a report names it: 下書き to 公表済, or 取下げ.
import type { Finding } from '../domain/audit/Audit.ts'
import { isWithdrawn } from '../domain/audit/findingOrder.ts'
import { settledValue } from '../domain/oplog/Register.ts'
import type { FindingStage } from './reportLabels.ts'

export function findingStage(finding: Finding): FindingStage {
  if (isWithdrawn(finding)) return 'withdrawn'
  return settledValue(finding.state)?.body.state ?? 'draft'
}
