// The texts of one medium as fields that are kept while they are typed: type and capacity, place, 所見.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { descriptionOf, mediumTitle, storageOf } from '../../components/media/MediaRowView.ts'
import type { OpenAudit } from '../../composables/OpenAudit.ts'
import type { DraftedField } from '../../composables/useDraftedText.ts'
import type { RosterItem } from '../../../domain/audit/Audit.ts'
import { decideNote } from '../../../domain/audit/decideAnswer.ts'
import { decideDescribeMedium, decideKeepMedium } from '../../../domain/audit/decideDescribeMedium.ts'
import { placeWithRole } from '../../../domain/audit/placeWithRole.ts'
import { answerOf } from '../../../domain/audit/questionStatus.ts'

/** The medium stays the same for the life of the fields: give their component its id as key. */
export function useMediumTexts(open: OpenAudit, item: () => RosterItem) {
  const { t } = useI18n()
  const words = (field: string) => t('media.undoWords.text', { item: mediumTitle(item()), field })

  const description: DraftedField & { readonly label: string } = {
    label: t('media.description'),
    entity: () => item().id,
    register: 'description',
    settled: () => descriptionOf(item()),
    sight() {
      const seen = item()
      return (text) => decideDescribeMedium(seen, text)
    },
    words: () => words(t('media.description')),
  }
  const storage: DraftedField & { readonly label: string } = {
    label: t('media.storage'),
    entity: () => item().id,
    register: 'storage',
    settled: () => storageOf(item()),
    sight() {
      const seen = item()
      return (text) => decideKeepMedium(seen, text)
    },
    words: () => words(t('media.storage')),
  }

  /** 所見 is the note of the medium's answer; where the audit asks nothing of it, there is no such field. */
  const note = computed<DraftedField | undefined>(() => {
    const place = placeWithRole(open.audit.value, 'registered') ?? placeWithRole(open.audit.value, 'virus-checked')
    if (place === undefined) return undefined
    const answer = () =>
      answerOf(open.audit.value, { template: place.template.id, question: place.question.id, item: item().id })
    return {
      entity: () => answer().id,
      register: 'note',
      settled: () => answer().note.values[0]?.content.body.text ?? '',
      sight() {
        const seen = answer()
        return (text) => decideNote(seen, text)
      },
      words: () => words(t('checklist.note')),
    }
  })
  return { fields: [description, storage] as const, note }
}
