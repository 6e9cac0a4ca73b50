// Publishing the follow-up report: what was published by whom, whether the report has changed since, and what stands in the way of it.
import { computed } from 'vue'
import { useIsUnconfirmed, useWasStale } from './actConfirmation.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useIds } from './useIds.ts'
import { useDeviceWords } from './useLateEntries.ts'
import { useLibrary } from './useLibrary.ts'
import { useObstacleLines } from './useObstacleLines.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { PublicationView } from '../components/issue/PublicationView.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { sha256 } from '../../device/sha256.ts'
import { decidePublishReport } from '../../domain/audit/decidePublishReport.ts'
import { newPublicationId, type FindingId } from '../../domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../domain/audit/findingOrder.ts'
import { measuresOf } from '../../domain/audit/measure.ts'
import {
  isPublished,
  printedFindings,
  publicationOf,
  publicationsOf,
  publicationStateOf,
  withdrawnSince,
  type PublicationValue,
} from '../../domain/audit/publication.ts'
import { listPublishObstacles } from '../../domain/audit/publishObstacles.ts'
import { isDone, verificationOf } from '../../domain/audit/verification.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { printedNames } from '../../reports/follow-up/printedNames.ts'

export function usePublication(open: OpenAudit) {
  const { newId } = useIds()
  const language = useLanguage()
  const momentOf = useMomentWords()
  const deviceWords = useDeviceWords(open)
  const library = useLibrary()
  const names = computed(() => printedNames(open.audit.value, library.value))
  const sight = () => ({ ...open.sight(), names: names.value })
  const printed = computed(() => printedFindings(open.audit.value))
  const state = computed(() => publicationStateOf(open.audit.value, sha256, names.value))
  /** Newest first. */
  const publications = computed(() => [...publicationsOf(open.audit.value)].reverse().map(viewOf))

  function numbersOf(findings: readonly FindingId[]): readonly string[] {
    const audit = open.audit.value
    const numbers = findingNumbers(audit)
    return findings.map((id) => findingNumber(chapterOf(audit), numbers.get(id) ?? 0, language.value))
  }

  function viewOf(value: PublicationValue): PublicationView {
    const { reportNo, contentHash, findings } = value.content.body
    return {
      key: value.dots[0] ?? '',
      ...{ reportNo, contentHash, count: findings.length },
      author: open.nameOf(value.author),
      at: momentOf(value.at, value.offset, 'datedMoment'),
      device: deviceWords(value.device),
    }
  }

  return {
    state,
    publications,
    count: computed(() => printed.value.length),
    /** Findings that read otherwise than they were published. */
    changed: computed(() =>
      numbersOf(printed.value.filter((finding) => !isPublished(open.audit.value, finding, sha256)).map(({ id }) => id)),
    ),
    /** Findings that were published and are withdrawn by now: they keep their numbers. */
    withdrawn: computed(() => numbersOf(withdrawnSince(open.audit.value))),
    unverified: computed(() => {
      const audit = open.audit.value
      const done = printed.value.flatMap(({ id }) => measuresOf(audit, id)).filter(isDone)
      return done.filter((measure) => verificationOf(audit, measure, sha256).state !== 'verified').length
    }),
    obstacles: useObstacleLines(open, () => listPublishObstacles(sight(), sha256)),
    wasStale: useWasStale(open, {
      kinds: ['report-published'],
      acts: () => publicationsOf(open.audit.value),
      isInForce: () => state.value === 'published',
    }),
    isUnsent: useIsUnconfirmed(open, () => publicationOf(open.audit.value)),
    publishNow: () =>
      open.record(() => {
        const decided = decidePublishReport(sight(), newPublicationId(newId()), sha256)
        return decided.ok ? decided.value : []
      }),
  }
}
