// The issued findings of the open audit as its unit's list shows them.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useUnitRow } from './useUnitRow.ts'
import type { UnitRow } from '../components/unit/UnitRow.ts'
import { sha256 } from '../../device/sha256.ts'
import { chapterOf } from '../../domain/audit/findingOrder.ts'
import { issuedFindings } from '../../domain/audit/IssuedFinding.ts'

export function useUnitRows({ audit, stream }: Pick<OpenAudit, 'audit' | 'stream'>): ComputedRef<readonly UnitRow[]> {
  const rowOf = useUnitRow()
  return computed(() =>
    issuedFindings(audit.value, sha256).map((finding) => rowOf({ stream, chapter: chapterOf(audit.value) }, finding)),
  )
}
