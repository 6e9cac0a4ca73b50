// A size as people read it: 214 MB, 2.0 GB. Decimal units, as tablets count them in their own settings.
import type { Language } from '../../../domain/template/Localised.ts'

const UNITS = [
  { unit: 'gigabyte', size: 1_000_000_000, digits: 1 },
  { unit: 'megabyte', size: 1_000_000, digits: 0 },
  { unit: 'kilobyte', size: 1_000, digits: 0 },
] as const

export function formatBytes(bytes: number, language: Language): string {
  const { unit, size, digits } = UNITS.find((candidate) => bytes >= candidate.size) ?? UNITS[2]
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(bytes / size)
}
