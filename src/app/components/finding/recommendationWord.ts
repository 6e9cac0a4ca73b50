// What stands above what a finding asks for, on every screen: as the report heads it, without the report's brackets.
import type { ComposerTranslation } from 'vue-i18n'
import type { Library } from '../../../domain/library/Library.ts'
import { labelOf, renamedLabel } from '../../../domain/library/readLibrary.ts'
import type { Language } from '../../../domain/template/Localised.ts'

interface Words {
  readonly t: ComposerTranslation
  readonly language: Language
  readonly library: Pick<Library, 'findingClasses'>
}

export function recommendationWord(code: string, { t, language, library }: Words): string {
  const renamed = renamedLabel(library, { list: 'findingClasses', code, language })
  if (renamed !== undefined) return renamed
  if (code === 'finding') return t('finding.field.recommendation')
  return code === 'opinion' ? t('finding.field.opinion') : labelOf(library.findingClasses, code, language)
}
