// Where something belongs, in words, and the way there: a finding, a question, the audit's own particulars.
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import { conflictPlace, type ConflictPlace } from './conflictPlaces.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { AnswerRef, FindingId, ItemId } from '../../domain/audit/entityIds.ts'
import { chapterOf, findingNumbers } from '../../domain/audit/findingOrder.ts'
import { listingOf } from '../../domain/audit/roster.ts'
import type { EntityId } from '../../domain/oplog/Dot.ts'
import { findQuestion } from '../../domain/template/findQuestion.ts'
import { findingNumber } from '../../domain/text/findingNumber.ts'

export interface PlaceWords {
  /** ２（１）記録媒体の管理; A02 パターンファイルの… */
  readonly place: string
  readonly to?: RouteLocationRaw
}

export function usePlaceWords(open: OpenAudit): (entity: EntityId) => PlaceWords {
  const { t } = useI18n()
  const language = useLanguage()
  const params = { stream: open.stream }

  return (entity) => describe(conflictPlace(open.audit.value, entity))

  function describe(place: ConflictPlace): PlaceWords {
    switch (place.type) {
      case 'audit':
        return { place: t('conflict.place.audit'), to: { name: 'details', params } }
      case 'finding':
        return { place: findingWords(place.finding), to: findingTo(place.finding) }
      case 'answer':
        return {
          place: answerWords(place.ref),
          to: { name: 'checklist', params: { ...params, question: place.ref.question } },
        }
      case 'item':
        return itemPlace(place.item)
      case 'media':
        return { place: t('conflict.place.media'), to: { name: 'media', params } }
      case 'carried':
        return { place: t('conflict.place.carried'), to: { name: 'follow-up', params } }
      case 'signature':
        return { place: t('conflict.place.signature'), to: { name: 'facts', params } }
      case 'person':
        return { place: t('conflict.place.person') }
      case 'library':
        return { place: t('conflict.place.library'), to: { name: 'classes' } }
      case 'other':
        return { place: t('conflict.place.other') }
    }
  }

  function findingTo(id: FindingId): RouteLocationRaw {
    return { name: 'finding', params: { ...params, finding: id.slice('finding:'.length) } }
  }

  function findingWords(id: FindingId): string {
    const audit = open.audit.value
    const number = findingNumber(chapterOf(audit), findingNumbers(audit).get(id) ?? 0, language.value)
    const subject = audit.findings.get(id)?.title.values[0]?.content.body.subject ?? ''
    return t('conflict.place.finding', { number, subject: subject || t('conflict.place.untitled') })
  }

  function answerWords(ref: AnswerRef): string {
    const template = open.templates.value.find(({ id }) => id === ref.template)
    const text = (template && findQuestion(template, ref.question))?.text[language.value] ?? ''
    const question = t('conflict.place.question', { id: ref.question, text })
    return ref.item === undefined ? question : t('conflict.place.item', { question, item: itemWords(ref.item) })
  }

  function itemPlace(id: ItemId): PlaceWords {
    const item = open.audit.value.items.get(id)
    const roster = item && listingOf(item)?.roster
    const place = itemWords(id)
    return roster === undefined ? { place } : { place, to: { name: 'roster', params: { ...params, roster } } }
  }

  function itemWords(id: ItemId): string {
    const item = open.audit.value.items.get(id)
    const listing = item && listingOf(item)
    return listing?.tag || listing?.name || t('conflict.place.other')
  }
}
