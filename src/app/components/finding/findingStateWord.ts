// How far a finding was said to be; once it has its measures, by the name of their class.
import type { ComposerTranslation } from 'vue-i18n'
import type { findingStates } from '../../../domain/audit/auditVocabulary.ts'
import type { Library } from '../../../domain/library/Library.ts'
import { renamedLabel } from '../../../domain/library/readLibrary.ts'
import type { Language } from '../../../domain/template/Localised.ts'

interface Words {
  readonly t: ComposerTranslation
  readonly language: Language
  readonly library: Pick<Library, 'measureClasses'>
}

export function findingStateWord(state: (typeof findingStates)[number], { t, language, library }: Words): string {
  return renamedLabel(library, { list: 'measureClasses', code: state, language }) ?? t(`history.findingState.${state}`)
}
