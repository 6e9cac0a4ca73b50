// Handing in the measures of a finding: where that stands, what is missing for it, and doing it.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { useClock } from './useClock.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { MissingPiece } from '../components/unit/MissingPiece.ts'
import { sha256 } from '../../device/sha256.ts'
import { decideReturnMeasures, decideSubmitMeasures, submissionObstacles } from '../../domain/audit/decideSubmit.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import { submissionOf, type SubmissionState } from '../../domain/audit/submission.ts'
import { must } from '../../domain/must.ts'

export interface SubmissionView {
  readonly state: SubmissionState
  readonly who: string
  readonly at: string
  /** Why it was sent back. */
  readonly reason: string
}

export interface SubmissionOfFinding {
  readonly submission: ComputedRef<SubmissionView>
  /** Read-only until it is sent back. */
  readonly isLocked: ComputedRef<boolean>
  readonly missing: ComputedRef<readonly MissingPiece[]>
  /** False where something was missing after all. It binds the person: it is answered, never taken back. */
  readonly submit: () => Promise<boolean>
  /** For the auditors: all of them as a whole. */
  readonly sendBack: (reason: string) => Promise<boolean>
}

export function useSubmission(open: OpenAudit, id: () => FindingId): SubmissionOfFinding {
  const { today } = useClock()
  const momentOf = useMomentWords()
  const finding = () => must(open.audit.value.findings.get(id()), `finding ${id()}`)
  const decide = () => decideSubmitMeasures(open.audit.value, finding(), { today: today.value, hash: sha256 })

  const submission = computed((): SubmissionView => {
    const { state, reason, acted } = submissionOf(open.audit.value, finding(), sha256)
    return {
      state,
      reason,
      who: acted === null ? '' : open.nameOf(acted.by),
      at: acted === null ? '' : momentOf(acted.at, acted.offset, 'datedMoment'),
    }
  })

  return {
    submission,
    isLocked: computed(() => submission.value.state === 'submitted'),
    missing: computed(() => {
      const order = measuresOf(open.audit.value, id()).map((measure) => measure.id)
      return submissionObstacles(open.audit.value, finding(), today.value).map(({ code, measure }) => ({
        key: measure ?? code,
        code,
        measure,
        number: measure === undefined ? undefined : order.indexOf(measure) + 1,
      }))
    }),
    async submit() {
      let isComplete = false
      const isSaved = await open.record(() => {
        const decided = decide()
        isComplete = decided.ok
        return decided.ok ? decided.value : []
      })
      return isSaved && isComplete
    },
    sendBack: (reason) =>
      open.record(() => {
        const decided = decideReturnMeasures(finding(), reason)
        return decided.ok ? decided.value : []
      }),
  }
}
