// The review of one finding for its page: where it stands, who decided, and the two decisions.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenAudit } from './OpenAudit.ts'
import { useClaimWords } from './useClaimWords.ts'
import { useFactView } from './useFactView.ts'
import type { FactView } from '../components/facts/FactView.ts'
import type { ReviewView } from '../components/review/ReviewView.ts'
import { sha256 } from '../../device/sha256.ts'
import { isTextFieldFocused } from '../../device/watchTyping.ts'
import { decideApproveFinding, decideSendBackFinding, type ApproveRefusal } from '../../domain/audit/decideReview.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import { reviewOf } from '../../domain/audit/review.ts'
import { must } from '../../domain/must.ts'

export interface Review {
  readonly review: ComputedRef<ReviewView>
  readonly fact: ComputedRef<FactView>
  /** Why nobody can approve it now. */
  readonly refusal: ComputedRef<ApproveRefusal | undefined>
  readonly approve: () => Promise<boolean>
  /** Not from inside a text: there the key ends a sentence, and an approval cannot be taken back like one. */
  readonly approveByKey: () => void
  readonly sendBack: (reason: string) => Promise<boolean>
}

export function useReview(open: OpenAudit, id: () => FindingId, number: () => string): Review {
  const { t } = useI18n()
  const claimWords = useClaimWords(open)
  const factView = useFactView(open)
  const finding = computed(() => must(open.audit.value.findings.get(id()), `finding ${id()}`))

  const review = computed((): ReviewView => {
    const stands = reviewOf(open.audit.value, finding.value, sha256)
    return {
      state: stands.state,
      who: stands.acted === null ? undefined : claimWords(stands.acted),
      reason: stands.reason === '' ? undefined : stands.reason,
    }
  })

  const refusal = computed(() => {
    const decided = decideApproveFinding(open.audit.value, finding.value, sha256)
    return decided.ok ? undefined : decided.error
  })

  const approve = () =>
    open.record(
      () => {
        const decided = decideApproveFinding(open.audit.value, finding.value, sha256)
        return decided.ok ? decided.value : []
      },
      t('review.approvedWords', { number: number() }),
    )

  return {
    review,
    fact: computed(() => factView(finding.value)),
    refusal,
    approve,
    approveByKey: () => {
      if (isTextFieldFocused() || refusal.value !== undefined || review.value.state === 'approved') return
      void approve()
    },
    sendBack: (reason) =>
      open.record(
        () => {
          const decided = decideSendBackFinding(finding.value, reason)
          return decided.ok ? decided.value : []
        },
        t('review.sentBackWords', { number: number() }),
      ),
  }
}
