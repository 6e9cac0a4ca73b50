// Measures of the printed page, in the twentieths of a point that Word reckons with.
import type { ReportDocument } from '../../ReportDocument.ts'

export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

export function points(size: number): number {
  return Math.round(size * 20)
}

const side = 13

export const pageMargin = {
  top: twips(15),
  right: twips(side),
  bottom: twips(16),
  left: twips(side),
  header: twips(8),
  footer: twips(8),
} as const

/** A4 upright; on its side the two change places. */
export const pageSize = { width: twips(210), height: twips(297) } as const

/** From margin to margin. */
export function textWidth(orientation: ReportDocument['orientation']): number {
  const across = orientation === 'portrait' ? pageSize.width : pageSize.height
  return across - pageMargin.left - pageMargin.right
}
