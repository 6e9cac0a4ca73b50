// A section's state in one line: 5問中 3問 回答 ・ 不適合 1 ・ 一部 1.
import { useI18n } from 'vue-i18n'
import type { SectionView } from './SectionView.ts'

export function useSectionWords() {
  const { t } = useI18n()
  function sectionWords(section: SectionView): string {
    const parts = [t('checklist.answeredOf', { answered: section.answered, total: section.total })]
    if (section.ng > 0) parts.push(t('checklist.failing', { count: section.ng }))
    if (section.part > 0) parts.push(t('checklist.partialCount', { count: section.part }))
    if (section.conflicts > 0) parts.push(t('checklist.conflictCount', { count: section.conflicts }))
    return parts.join(t('checklist.separator'))
  }
  return { sectionWords }
}
