// What the class of a measure is called: as the organisation calls it, else as the screens and the form have always done.
import type { ComposerTranslation } from 'vue-i18n'
import type { MeasureClass } from './MeasureClass.ts'
import type { Library } from '../../../domain/library/Library.ts'
import { renamedLabel } from '../../../domain/library/readLibrary.ts'
import type { Language } from '../../../domain/template/Localised.ts'

interface Words {
  readonly t: ComposerTranslation
  readonly language: Language
  readonly library: Pick<Library, 'measureClasses'>
}

export function measureClassWord(measureClass: MeasureClass, { t, language, library }: Words): string {
  const code = measureClass === 'completed' ? 'done' : measureClass
  return renamedLabel(library, { list: 'measureClasses', code, language }) ?? t(`measure.class.${measureClass}`)
}
