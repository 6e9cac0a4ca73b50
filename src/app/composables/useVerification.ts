// Verifying one measure: where it stands, why this person cannot do it, and the two decisions. Both bind whoever takes them.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useClassChoices } from './useClassChoices.ts'
import { useClock } from './useClock.ts'
import { usePerson } from './usePerson.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { VerificationView } from '../components/measure/VerificationView.ts'
import { sha256 } from '../../device/sha256.ts'
import type { Audit, Measure } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import { decideReturnMeasures } from '../../domain/audit/decideSubmit.ts'
import { decideReturnMeasure, decideVerifyMeasure } from '../../domain/audit/decideVerify.ts'
import type { EvidenceId, MeasureId } from '../../domain/audit/entityIds.ts'
import { evidenceOf } from '../../domain/audit/evidence.ts'
import { placeOf } from '../../domain/audit/measure.ts'
import { submissionOf } from '../../domain/audit/submission.ts'
import { verificationOf } from '../../domain/audit/verification.ts'
import { must } from '../../domain/must.ts'

export interface VerificationOfMeasure {
  readonly verification: ComputedRef<VerificationView>
  /** In words; undefined where the person can verify it. */
  readonly refusal: ComputedRef<string | undefined>
  readonly verify: (method: string, evidence: readonly EvidenceId[]) => Promise<boolean>
  readonly sendBack: (reason: string) => Promise<boolean>
}

export function useVerification(open: OpenAudit, id: () => MeasureId): VerificationOfMeasure {
  const { t } = useI18n()
  const { today } = useClock()
  const { person } = usePerson()
  const momentOf = useMomentWords()
  const { measureClassWord } = useClassChoices()
  const measure = (): Measure => must(open.audit.value.measures.get(id()), `measure ${id()}`)
  const decideVerify = (method: string, evidence: readonly EvidenceId[]) =>
    decideVerifyMeasure(open.audit.value, measure(), {
      ...{ by: person().id, method, evidence },
      ...{ today: today.value, hash: sha256 },
    })

  return {
    verification: computed(() => {
      const { state, method, evidence, reason, acted } = verificationOf(open.audit.value, measure(), sha256)
      const by =
        acted === null
          ? ''
          : t('measure.verification.by', {
              who: open.nameOf(acted.by),
              at: momentOf(acted.at, acted.offset, 'datedMoment'),
            })
      return { state, method, evidence: evidence.length, reason, by }
    }),
    refusal: computed(() => {
      const all = evidenceOf(open.audit.value, id()).map((evidence) => evidence.id)
      const decided = decideVerify('-', all)
      if (decided.ok) return undefined
      const code = decided.error
      return code === 'evidence-missing'
        ? t('measure.verify.noEvidence')
        : t(`measure.verify.problem.${code}`, { word: measureClassWord('completed') })
    }),
    verify: (method, evidence) =>
      open.record(() => {
        const decided = decideVerify(method, evidence)
        return decided.ok ? decided.value : []
      }),
    sendBack: (reason) => open.record(() => decideSendBack(open.audit.value, measure(), reason)),
  }
}

/** One measure that is sent back opens all that was handed in with it: the unit hands in a finding's measures as a whole [A23]. */
function decideSendBack(audit: Audit, measure: Measure, reason: string): readonly AuditDraft[] {
  const decided = decideReturnMeasure(measure, reason)
  if (!decided.ok) return []
  const place = placeOf(measure)
  const finding = place && audit.findings.get(place.finding)
  const isHandedIn = finding !== undefined && submissionOf(audit, finding, sha256).state !== 'returned'
  const whole = isHandedIn ? decideReturnMeasures(finding, reason) : undefined
  return whole?.ok === true ? [...decided.value, ...whole.value] : decided.value
}
