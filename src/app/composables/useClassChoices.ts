// What a class or severity can be chosen from: what the organisation offers, and what is chosen already though it is offered no more.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { MeasureClass } from '../components/measure/MeasureClass.ts'
import { measureClassWord } from '../components/measure/measureClassWord.ts'
import { recommendationWord } from '../components/finding/recommendationWord.ts'
import type { FindingStatus } from '../components/finding/FindingCardView.ts'
import { useLibrary } from './useLibrary.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { ClassList } from '../../domain/library/ClassList.ts'
import { labelOf, renamedLabel } from '../../domain/library/readLibrary.ts'

export interface ClassChoice {
  readonly value: string
  readonly word: string
}

export interface ClassChoices {
  readonly classes: ComputedRef<readonly ClassChoice[]>
  readonly severities: ComputedRef<readonly ClassChoice[]>
  readonly classWord: (code: string) => string
  readonly severityWord: (code: string) => string
  readonly measureClassWord: (measureClass: MeasureClass) => string
  /** What stands above what is asked for, as in print: 指摘事項, 意見, or the name of another class. */
  readonly recommendationWord: (code: string) => string
  /** How far a finding is, by the class of its measures where it has one. */
  readonly statusWord: (status: FindingStatus) => string
}

export function useClassChoices(): ClassChoices {
  const library = useLibrary()
  const language = useLanguage()
  const { t } = useI18n()
  const choices = (list: ClassList) =>
    list.filter(({ isActive }) => isActive).map((each) => ({ value: each.code, word: each[language.value] }))
  return {
    classes: computed(() => choices(library.value.findingClasses)),
    severities: computed(() => choices(library.value.severities)),
    classWord: (code) => labelOf(library.value.findingClasses, code, language.value),
    severityWord: (code) => labelOf(library.value.severities, code, language.value),
    statusWord: (status) => {
      const naming = { list: 'measureClasses', code: status, language: language.value } as const
      return renamedLabel(library.value, naming) ?? t(`finding.status.${status}`)
    },
    recommendationWord: (code) => recommendationWord(code, { t, language: language.value, library: library.value }),
    measureClassWord: (measureClass) =>
      measureClassWord(measureClass, { t, language: language.value, library: library.value }),
  }
}

/** The choices with the chosen one among them. */
export function withChosen(
  choices: readonly ClassChoice[],
  chosen: string | null,
  word: (code: string) => string,
): readonly ClassChoice[] {
  const isMissing = chosen !== null && choices.every(({ value }) => value !== chosen)
  return isMissing ? [...choices, { value: chosen, word: word(chosen) }] : choices
}
