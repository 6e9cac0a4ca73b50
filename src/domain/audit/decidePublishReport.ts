// Publishing the follow-up report. Whoever publishes names everything seen, so that two who publish at once cannot both count [M15].
import type { AuditDraft } from './auditKinds.ts'
import { printedContentHash } from './contentHash.ts'
import { firstDraft } from './draftFor.ts'
import type { PublicationId } from './entityIds.ts'
import { headsOf } from './headsOf.ts'
import { printedFindings, publishedContentHash } from './publication.ts'
import { listPublishObstacles, type PublishObstacle, type PublishSight } from './publishObstacles.ts'
import { settledValue } from '../oplog/Register.ts'
import type { Sha256 } from '../oplog/Sha256.ts'
import { err, ok, type Result } from '../Result.ts'

/** Under an id of its own: earlier publications stay as they were [A28]. */
export function decidePublishReport(
  sight: PublishSight,
  id: PublicationId,
  hash: Sha256,
): Result<readonly AuditDraft[], readonly PublishObstacle[]> {
  const obstacles = listPublishObstacles(sight, hash)
  if (obstacles.length > 0) return err(obstacles)
  const { audit, state } = sight
  const findings = printedFindings(audit).map((finding) => ({
    finding: finding.id,
    contentHash: printedContentHash(audit, finding, hash),
  }))
  const body = {
    heads: headsOf(state),
    reportNo: settledValue(audit.header.reportNo)?.body.reportNo ?? '',
    contentHash: publishedContentHash(audit, hash, sight.names ?? []),
    findings,
  }
  return ok([firstDraft(id, 'report-published', body)])
}
