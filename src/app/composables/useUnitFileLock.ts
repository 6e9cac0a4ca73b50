// Whether the unit may change a file of evidence: the auditors' own are there to be seen, and so are those of what was handed in.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { sha256 } from '../../device/sha256.ts'
import { isMeasureId, type EvidenceId } from '../../domain/audit/entityIds.ts'
import { fileOf } from '../../domain/audit/evidence.ts'
import { placeOf } from '../../domain/audit/measure.ts'
import { submissionOf } from '../../domain/audit/submission.ts'

/** True also while there is no such file. */
export function useUnitFileLock(
  open: Pick<OpenAudit, 'audit'>,
  id: () => EvidenceId | undefined,
): ComputedRef<boolean> {
  return computed(() => {
    const audit = open.audit.value
    const shown = id()
    const evidence = shown && audit.evidence.get(shown)
    const supports = evidence && fileOf(evidence)?.supports
    const measure = supports && isMeasureId(supports) ? audit.measures.get(supports) : undefined
    const place = measure && placeOf(measure)
    const finding = place && audit.findings.get(place.finding)
    return finding === undefined || submissionOf(audit, finding, sha256).state === 'submitted'
  })
}
