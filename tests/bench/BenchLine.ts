// One measured figure as it is printed: a line of JSON. A ratio below 1 means that ours is faster or smaller than its baseline.

export interface BenchLine {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'bytes'
  /** Measured in the same run, interleaved with ours; null where nothing comparable exists. */
  readonly baseline: number | null
  readonly ratio: number | null
}

export function lineOf(
  name: string,
  value: number,
  baseline: number | null,
  unit: BenchLine['unit'] = 'ms',
): BenchLine {
  const ratio = baseline === null || baseline === 0 ? null : rounded(value / baseline, 1_000)
  return { name, value: rounded(value, 100), unit, baseline: baseline && rounded(baseline, 100), ratio }
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}

/** The value below which a share of the samples lies (nearest rank); `share` 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('No samples were taken.')
  return value
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

/**
 * Each round begins with another one, and every second time around they go backwards: who runs after whom costs something
 * (a strict write also flushes the relaxed one before it), so everybody must run after everybody.
 */
export function inTurns<Value>(values: readonly Value[], round: number): readonly Value[] {
  const start = round % Math.max(1, values.length)
  const turned = [...values.slice(start), ...values.slice(0, start)]
  return Math.floor(round / Math.max(1, values.length)) % 2 === 0 ? turned : turned.reverse()
}
