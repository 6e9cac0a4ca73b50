// The words of the incident screen in the chosen language.
import type { Language } from '../../../domain/template/Localised.ts'
import type { IncidentWords } from './IncidentText.ts'
import { incidentWordsEn } from './incidentWordsEn.ts'
import { incidentWordsJa } from './incidentWordsJa.ts'

export function incidentWordsOf(language: Language): IncidentWords {
  return language === 'ja' ? incidentWordsJa : incidentWordsEn
}
