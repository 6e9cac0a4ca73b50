// Issuing the report: the numbers become final. The issuer names everything seen, so that two who issue at once cannot both count [M15].
import type { AuditBodies, AuditDraft } from './auditKinds.ts'
import type { AuditSight } from './decideSignOff.ts'
import { auditEntity } from './entityIds.ts'
import { chapterOf, findingNumbers } from './findingOrder.ts'
import { headsOf } from './headsOf.ts'
import { listIssueObstacles, type IssueObstacle } from './issueObstacles.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

export function decideIssueReport(
  sight: AuditSight,
  hash: Sha256,
): Result<readonly AuditDraft[], readonly IssueObstacle[]> {
  const obstacles = listIssueObstacles(sight, hash)
  if (obstacles.length > 0) return err(obstacles)
  const supersedes = sight.audit.header.issue.dots
  return ok([{ kind: 'report-issued', entity: auditEntity, supersedes, body: issueBody(sight) }])
}

/** What an issue would say: the numbers there are, final ones unchanged, withdrawn ones included [A11]. */
export function issueBody({ audit, state }: AuditSight): AuditBodies['report-issued'] {
  const numbers = [...findingNumbers(audit)].map(([finding, item]) => ({ finding, item }))
  return { heads: headsOf(state), chapter: chapterOf(audit), numbers }
}
