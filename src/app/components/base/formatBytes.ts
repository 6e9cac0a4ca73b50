// A size as people read it: 214 MB, 2.0 GB, the same in both languages. Decimal units, as tablets count them in their own settings.

const UNITS = [
  { word: 'GB', size: 1_000_000_000, digits: 1 },
  { word: 'MB', size: 1_000_000, digits: 0 },
  { word: 'kB', size: 1_000, digits: 0 },
] as const

export function formatBytes(bytes: number): string {
  const { word, size, digits } = UNITS.find((candidate) => bytes >= candidate.size) ?? UNITS[2]
  return `${(bytes / size).toFixed(digits)} ${word}`
}
