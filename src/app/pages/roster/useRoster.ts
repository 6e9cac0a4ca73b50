// What a person does to a roster: adds, changes and removes items. The rules refuse a tag that is there already.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { itemTitle } from '../../components/checklist/ItemAnswerView.ts'
import type { ItemWish } from '../../components/roster/ItemWish.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import { useIds } from '../../composables/useIds.ts'
import { newItemId, type ItemId } from '../../../domain/audit/entityIds.ts'
import {
  decideListItem,
  decideRelistItem,
  decideRemoveItem,
  listingOf,
  presentItems,
} from '../../../domain/audit/roster.ts'
import type { RosterKind } from '../../../domain/template/Template.ts'

export function useRoster(open: OpenAudit, roster: () => RosterKind) {
  const { t } = useI18n()
  const { newId } = useIds()

  const items = computed(() => [...presentItems(open.audit.value, roster())])
  const nextUntagged = computed(() => items.value.filter((item) => listingOf(item)?.tag === '').length + 1)

  /** Undefined once added, else why not. */
  async function add(wish: ItemWish): Promise<string | undefined> {
    const listed = decideListItem(open.audit.value, newItemId(newId()), { roster: roster(), ...wish })
    if (!listed.ok) return problemWords(listed.error, wish.tag)
    const item = wish.tag.trim() || wish.name.trim()
    const isSaved = await open.record(() => listed.value, t('roster.undoWords.added', { item }))
    return isSaved ? undefined : t('common.notSaved')
  }

  async function change(id: ItemId, wish: ItemWish): Promise<string | undefined> {
    const item = open.audit.value.items.get(id)
    const listing = item && listingOf(item)
    if (item === undefined || listing === undefined) return undefined
    const tag = wish.tag.trim()
    const name = wish.name.trim()
    if (tag === '' && name === '') return problemWords('name-missing', tag)
    const isTaken = items.value.some((other) => other.id !== id && tag !== '' && listingOf(other)?.tag === tag)
    if (isTaken) return problemWords('tag-taken', tag)
    const drafts = decideRelistItem(item, {
      ...listing,
      tag,
      name,
      source: wish.source,
      serial: wish.serial?.trim() ?? listing.serial,
    })
    const isSaved = await open.record(() => drafts, t('roster.undoWords.edited', { item: tag || name }))
    return isSaved ? undefined : t('common.notSaved')
  }

  async function remove(id: ItemId): Promise<void> {
    const item = open.audit.value.items.get(id)
    const entity = open.entity(id)
    if (item === undefined || entity === undefined) return
    await open.record(() => decideRemoveItem(entity), t('roster.undoWords.removed', { item: itemTitle(item).title }))
  }

  function problemWords(code: 'name-missing' | 'tag-taken', tag: string): string {
    return code === 'tag-taken'
      ? t('roster.problem.tag-taken', { tag: tag.trim() })
      : t(`roster.problem.name-missing.${roster()}`)
  }

  return { items, nextUntagged, add, change, remove }
}
