// What a person does to the media of an audit: decides by the rules, records, and says the change in words for 元に戻す.
import { computed } from 'vue'
import { useI18n, type ComposerTranslation } from 'vue-i18n'
import { mediumTitle } from '../../components/media/MediaRowView.ts'
import type { SightOutcome } from '../../components/media/SightOutcome.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useIds } from '../../composables/useIds.ts'
import type { RosterItem } from '../../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../../domain/audit/auditKinds.ts'
import type { Handover } from '../../../domain/audit/auditVocabulary.ts'
import {
  decideCompleteReconciliation,
  decideReopenReconciliation,
} from '../../../domain/audit/decideCompleteReconciliation.ts'
import { decideNoteHandover, decideVirusCheck, decideVirusChecks } from '../../../domain/audit/decideDescribeMedium.ts'
import { decidePair, decideUnpair } from '../../../domain/audit/decidePair.ts'
import { decideSight, decideSightItem, decideUnsight, type Sighting } from '../../../domain/audit/decideSight.ts'
import { newItemId, type ItemId } from '../../../domain/audit/entityIds.ts'
import { reconcileMedia, type VirusCheck } from '../../../domain/audit/reconcileMedia.ts'
import { decideRemoveItem, listingOf, presentItems } from '../../../domain/audit/roster.ts'

/** Pointed at rather than read: the label of an entry that lies on the table cannot be read. */
const pointedAt: Sighting = { how: 'unnumbered', code: '', format: '' }

export function useMedia(open: OpenAudit) {
  const { t } = useI18n()
  const { newId } = useIds()
  const { audit } = open
  const reconciliation = computed(() => reconcileMedia(audit.value))

  function titleOf(id: ItemId): string {
    const item = audit.value.items.get(id)
    return item === undefined ? '' : mediumTitle(item)
  }

  async function sight(sighting: Sighting): Promise<SightOutcome> {
    const id = newItemId(newId())
    const named = sighting.how === 'unnumbered' ? { ...sighting, name: nextName() } : sighting
    const title = sighting.code.trim() || (named.name ?? '')
    const decided: { result?: ReturnType<typeof decideSight> } = {}
    const isSaved = await open.record(
      () => {
        decided.result = decideSight(audit.value, named, id)
        return decided.result.ok ? decided.result.value : []
      },
      t('media.undoWords.sighted', { item: title }),
    )
    const { result } = decided
    if (result?.ok === false) {
      return result.error.code === 'code-missing'
        ? { result: 'code-missing' }
        : { result: 'again', item: result.error.item, title: titleOf(result.error.item), sighting }
    }
    // The first draft is about the medium, new or known.
    const entity = result?.value[0]?.entity
    const row = reconciliation.value.rows.find(({ item }) => item.id === entity)
    return isSaved && row !== undefined
      ? { result: 'taken', item: row.item.id, title: titleOf(row.item.id), state: row.state }
      : { result: 'not-saved' }
  }

  function nextName(): string {
    const untagged = presentItems(audit.value, 'media').filter((item) => listingOf(item)?.tag === '')
    return t('media.unnumberedName', { n: untagged.length + 1 })
  }

  return {
    reconciliation,
    titleOf,
    sight,
    ...mediumDeeds(open, t, titleOf),
    complete: () => open.record(() => decideCompleteReconciliation(audit.value), t('media.undoWords.completed')),
    reopen: () => open.record(() => decideReopenReconciliation(audit.value), t('media.undoWords.reopened')),
  }
}

export type Media = ReturnType<typeof useMedia>

/** What is done to one medium. */
function mediumDeeds(open: OpenAudit, t: ComposerTranslation, titleOf: (id: ItemId) => string) {
  const { audit } = open

  /** Does to the medium as it is when its turn comes; nothing where it is gone by then. */
  function change(id: ItemId, decide: (item: RosterItem) => readonly AuditDraft[], words: string): Promise<boolean> {
    return open.record(() => {
      const item = audit.value.items.get(id)
      return item === undefined ? [] : decide(item)
    }, words)
  }

  return {
    sightEntry: (id: ItemId) =>
      change(
        id,
        (item) => decideSightItem(audit.value, item, pointedAt),
        t('media.undoWords.sighted', { item: titleOf(id) }),
      ),
    unsight: (id: ItemId) =>
      change(id, (item) => decideUnsight(audit.value, item), t('media.undoWords.unsighted', { item: titleOf(id) })),
    check: (id: ItemId, check: VirusCheck) =>
      change(
        id,
        (item) => decideVirusCheck(audit.value, item, check),
        t('media.undoWords.checked', { item: titleOf(id), word: t(`media.check.${check}`) }),
      ),
    /** One act, taken back as one; what has the record already is left as it is. */
    checkMany: (ids: readonly ItemId[], check: VirusCheck) =>
      open.record(
        () => decideVirusChecks(audit.value, ids, check),
        t('media.undoWords.checkedMany', { count: ids.length, word: t(`media.check.${check}`) }, ids.length),
      ),
    noteHandover: (id: ItemId, handover: Handover) =>
      change(
        id,
        (item) => decideNoteHandover(item, handover),
        t('media.undoWords.handover', { item: titleOf(id), word: t(`media.handover.${handover}`) }),
      ),
    pair: (id: ItemId, entry: ItemId) =>
      change(
        id,
        (item) => {
          const registered = audit.value.items.get(entry)
          const paired = registered && decidePair(audit.value, item, registered)
          return paired?.ok === true ? paired.value : []
        },
        t('media.undoWords.paired', { item: titleOf(id), entry: titleOf(entry) }),
      ),
    unpair: (id: ItemId) =>
      change(id, (item) => decideUnpair(audit.value, item), t('media.undoWords.unpaired', { item: titleOf(id) })),
    remove: (id: ItemId) =>
      change(
        id,
        () => {
          const entity = open.entity(id)
          return entity === undefined ? [] : decideRemoveItem(entity)
        },
        t('media.undoWords.removed', { item: titleOf(id) }),
      ),
  }
}
