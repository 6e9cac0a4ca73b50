// Findings counted by what they have in common, each once [A25].
import type { ProgressStep } from './progressStep.ts'
import type { CountedFinding } from './selectAudits.ts'

export interface Tally {
  readonly key: string
  readonly steps: Readonly<Record<ProgressStep, number>>
  readonly total: number
  /** All but the settled ones. */
  readonly open: number
  readonly overdue: number
}

/** In the order in which the keys are met; those of `keys` first and in their order, with or without findings. */
export function tallyFindings(
  findings: readonly CountedFinding[],
  keyOf: (finding: CountedFinding) => string,
  keys: readonly string[] = [],
): readonly Tally[] {
  const groups = new Map<string, CountedFinding[]>(keys.map((key) => [key, []]))
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups].map(([key, group]) => tally(key, group))
}

export function tally(key: string, findings: readonly CountedFinding[]): Tally {
  const steps: Record<ProgressStep, number> = { 'with-unit': 0, 'to-verify': 0, drafting: 0, settled: 0 }
  let overdue = 0
  for (const { step, isOverdue } of findings) {
    steps[step] += 1
    if (isOverdue) overdue += 1
  }
  return { key, steps, total: findings.length, open: findings.length - steps.settled, overdue }
}

/** Several counted as one, under another name. */
export function addTallies(key: string, tallies: readonly Tally[]): Tally {
  const sum = (count: (each: Tally) => number) => tallies.reduce((total, each) => total + count(each), 0)
  return {
    key,
    steps: {
      'with-unit': sum(({ steps }) => steps['with-unit']),
      'to-verify': sum(({ steps }) => steps['to-verify']),
      drafting: sum(({ steps }) => steps.drafting),
      settled: sum(({ steps }) => steps.settled),
    },
    total: sum(({ total }) => total),
    open: sum(({ open }) => open),
    overdue: sum(({ overdue }) => overdue),
  }
}
