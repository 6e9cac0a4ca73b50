// What all tables of the Word file have in common: rules of one thickness, and room between them and the text.
import { BorderStyle, WidthType } from 'docx'
import { twips } from './pageMeasures.ts'

/** 0.6 points; Word counts eighths of a point. */
const rule = { style: BorderStyle.SINGLE, size: 5, color: 'auto' } as const

export const tableFrame = {
  borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
  margins: marginsOf(1.8),
  /** Narrow columns give their room to the text: four or five wide characters must fit. */
  narrowMargins: marginsOf(0.5),
} as const

function marginsOf(side: number) {
  const [across, along] = [twips(side), twips(1.4)]
  return { top: along, bottom: along, left: across, right: across, marginUnitType: WidthType.DXA } as const
}
