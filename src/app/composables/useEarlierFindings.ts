// The findings of other audits on this tablet, newest fiscal year first: what a finding may be a repetition of. Listed from kept
// summaries; only the audit of the chosen one is opened.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { useAuditList, type ListedAudit } from './useAuditList.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { PickEntry } from '../components/finding/PickEntry.ts'
import { AuditDocument } from '../../domain/audit/AuditDocument.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import { asRepeated, type RepeatedFinding } from '../../domain/audit/decideLinks.ts'
import { findingNumbers } from '../../domain/audit/findingOrder.ts'
import type { StreamId } from '../../domain/oplog/Dot.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'
import { openStream } from '../../localdb/openStream.ts'

interface EarlierFinding extends PickEntry {
  readonly stream: StreamId
  readonly item: number
}

export interface EarlierFindings {
  readonly entries: ComputedRef<readonly PickEntry[]>
  /** Undefined where its audit is no longer what its summary said. Rejects with `LocalDatabaseError`. */
  readonly open: (key: string) => Promise<RepeatedFinding | undefined>
}

export function useEarlierFindings(except: StreamId): EarlierFindings {
  const { db } = useAppServices()
  const { t } = useI18n()
  const language = useLanguage()
  const audits = useAuditList()

  const entries = computed(() =>
    (audits.value ?? [])
      .filter(({ stream }) => stream !== except)
      .sort((a, b) => (b.summary.fiscalYear ?? 0) - (a.summary.fiscalYear ?? 0))
      .flatMap(findingsOf),
  )

  function findingsOf({ stream, summary }: ListedAudit): readonly EarlierFinding[] {
    const year = summary.fiscalYear === null ? '' : t('review.repeat.year', { year: summary.fiscalYear })
    const detail = [year, summary.unit, summary.subject].filter((part) => part !== '').join(' ・ ')
    return summary.findings.map(({ item, subject }) => ({
      key: `${stream} ${String(item)}`,
      lead: findingNumber(summary.chapter, item, language.value),
      title: subject || t('finding.untitled'),
      detail,
      stream,
      item,
    }))
  }

  async function open(key: string): Promise<RepeatedFinding | undefined> {
    const chosen = entries.value.find((each) => each.key === key)
    if (chosen === undefined) return undefined
    const { state } = await openStream(db, chosen.stream, auditKinds)
    const { audit } = new AuditDocument(state)
    const id = [...findingNumbers(audit)].find(([, item]) => item === chosen.item)?.[0]
    const finding = id && audit.findings.get(id)
    return finding && asRepeated(audit, finding, { stream: chosen.stream, language: language.value })
  }

  return { entries, open }
}
