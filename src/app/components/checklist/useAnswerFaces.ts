// The four answers as they are drawn: word, symbol and colour role. Put together once a language, not once a row.
import { computed, type ComputedRef } from 'vue'
import { useI18n, type ComposerTranslation } from 'vue-i18n'
import { answerChoices, answerRole, type AnswerChoice, type AnswerRole } from './answerChoices.ts'
import { answerShape, type AnswerShape } from './answerShapes.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { must } from '../../../domain/must.ts'
import type { Language } from '../../../domain/template/Localised.ts'

export interface AnswerFace {
  readonly choice: AnswerChoice
  readonly role: AnswerRole
  readonly word: string
  readonly shape: AnswerShape
}

const kept = new WeakMap<object, ComputedRef<readonly AnswerFace[]>>()

export function useAnswerFaces(): ComputedRef<readonly AnswerFace[]> {
  // The words of the whole app: the same object in every component.
  const i18n = useI18n()
  const language = useLanguage()
  if (!kept.has(i18n)) kept.set(i18n, facesIn(i18n.t, language))
  return must(kept.get(i18n), 'the faces')
}

function facesIn(t: ComposerTranslation, language: ComputedRef<Language>): ComputedRef<readonly AnswerFace[]> {
  return computed(() =>
    answerChoices.map((choice) => ({
      choice,
      role: answerRole(choice),
      word: t(`checklist.answer.${choice}`),
      shape: answerShape(choice, language.value),
    })),
  )
}
