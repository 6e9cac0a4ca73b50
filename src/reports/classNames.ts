// What the organisation calls its classes, where a report prints them. The form's own words stand until it has given another name [L5].
import type { MeasureClass } from './follow-up/classifyMeasures.ts'
import { followUpLabels } from './follow-up/followUpLabels.ts'
import type { ReportSource } from './ReportSource.ts'
import { reportLabels } from './reportLabels.ts'
import type { FindingStage } from '../domain/audit/findingStage.ts'
import { labelOf, renamedLabel } from '../domain/library/readLibrary.ts'
import type { Language } from '../domain/template/Localised.ts'

export type ClassSource = Pick<ReportSource, 'language' | 'library'>

export function measureClassName(code: MeasureClass, { language, library }: ClassSource): string {
  return renamed(code, { language, library }) ?? reportLabels[language].measureClass[code]
}

/** The stages of a finding that has its measures are called as their classes are [A17]. */
export function findingStageName(stage: FindingStage, { language, library }: ClassSource): string {
  const name = renamedLabel(library, { list: 'measureClasses', code: stage, language })
  return name ?? reportLabels[language].findingStage[stage]
}

/** Cut for a column of about three characters. */
export function measureClassLines(code: MeasureClass, source: ClassSource): readonly string[] {
  const name = renamed(code, source)
  return name === undefined ? followUpLabels[source.language].measureClass[code] : cutEvenly(name, source.language)
}

function renamed(code: MeasureClass, { language, library }: ClassSource): string | undefined {
  return renamedLabel(library, { list: 'measureClasses', code, language })
}

/** What stands above the recommendation: 【指摘事項】, 【意見】, or the name of another class. */
export function recommendationHead(code: string, { language, library }: ClassSource): string {
  const heads = followUpLabels[language].recommendationHead
  const name = renamedLabel(library, { list: 'findingClasses', code, language })
  if (name === undefined && (code === 'finding' || code === 'opinion')) return heads[code]
  const label = name ?? labelOf(library.findingClasses, code, language)
  return language === 'ja' ? `【${label}】` : label
}

const fitting = 3

function cutEvenly(name: string, language: Language): readonly string[] {
  if (language === 'en') return name.split(' ')
  const characters = Array.from(name)
  const lines = Math.max(1, Math.ceil(characters.length / fitting))
  const each = Math.ceil(characters.length / lines)
  return Array.from({ length: lines }, (_, line) => characters.slice(line * each, (line + 1) * each).join('')).filter(
    (text) => text !== '',
  )
}
