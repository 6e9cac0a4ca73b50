// Bullets hang by one character before every line of their paragraph. The mark is the list's, so that a new paragraph has it too.
import { LevelFormat, LevelSuffix, type INumberingOptions } from 'docx'
import type { Language } from '../../../domain/template/Localised.ts'
import { points } from './pageMeasures.ts'
import { cellSize, textSize } from './textSizes.ts'

export const bulletLists = {
  text: { reference: 'text-bullets', level: 0 },
  cell: { reference: 'cell-bullets', level: 0 },
} as const

const marks: Readonly<Record<Language, string>> = { ja: '・', en: '•' }

export function bulletNumbering(language: Language): INumberingOptions {
  const list = (reference: string, size: number) => {
    const width = points(size)
    return {
      reference,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: marks[language],
          // ・ is as wide as the indent itself.
          suffix: language === 'ja' ? LevelSuffix.NOTHING : LevelSuffix.TAB,
          style: { paragraph: { indent: { left: width, hanging: width } } },
        },
      ],
    }
  }
  return { config: [list(bulletLists.text.reference, textSize), list(bulletLists.cell.reference, cellSize)] }
}
